// The same test as in the integration run, with many more kills; SPENDSCOPE_KILL_SEED gives other moments.
import './ingestKill.integration.test';

process.env.SPENDSCOPE_KILLS ??= '40';
