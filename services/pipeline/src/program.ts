import { Command } from 'commander';
import { packageVersion } from './packageVersion';
import { say, tell } from './terminal';

export interface GlobalOptions {
  stateDir?: string;
  verbose?: boolean;
}

type AddCommand = (program: Command, signal: AbortSignal) => void;

/** Each command's code is loaded when it is named: the start of a short one is mostly the loading of what it never uses. */
const commands: Record<string, () => Promise<AddCommand>> = {
  generate: async () => (await import('./commands/generate')).addGenerate,
  ingest: async () => (await import('./commands/ingest')).addIngest,
  analyze: async () => (await import('./commands/analyze')).addAnalyze,
  detect: async () => (await import('./commands/detect')).addDetect,
  logs: async () => (await import('./commands/logs')).addLogs,
  evaluate: async () => (await import('./commands/evaluate')).addEvaluate,
  retrain: async () => (await import('./commands/retrain')).addRetrain,
  claim: async () => (await import('./commands/claim')).addClaim,
  report: async () => (await import('./commands/report')).addReport,
  monitor: async () => (await import('./commands/monitor')).addMonitor,
  'monitor-models': async () => (await import('./commands/monitorModels')).addMonitorModels,
  watch: async () => (await import('./commands/watch')).addWatch,
  schedule: async () => (await import('./commands/schedule')).addSchedule,
  runs: async () => (await import('./commands/runs')).addRuns,
  models: async () => (await import('./commands/models')).addModels,
  score: async () => (await import('./commands/score')).addScore,
  indices: async () => (await import('./commands/indices')).addIndices,
  audit: async () => (await import('./commands/audit')).addAudit,
  policy: async () => (await import('./commands/policy')).addPolicy,
  tokens: async () => (await import('./commands/tokens')).addTokens,
  doctor: async () => (await import('./commands/doctor')).addDoctor,
};

const exitCodeHelp = `
Exit codes: 0 done · 1 failed · 2 wrong use · 3 too many rejected rows · 4 Elasticsearch unreachable · 130 cancelled

Elasticsearch is found by ELASTICSEARCH_URL, _USERNAME, _PASSWORD and _CA; "npm start" prints them.`;

/** The command line of the commands that `argv` names, or of all where it names none; `signal` ends the one that runs. */
export async function createProgram(argv: readonly string[], signal: AbortSignal): Promise<Command> {
  const program = new Command('spendscope')
    .description(
      'Customer analytics from raw transactions: generate, ingest, analyze, evaluate, check claims, report, watch.'
    )
    .version(packageVersion())
    .option(
      '--state-dir <folder>',
      'where the working store, keys and models are (default: SPENDSCOPE_STATE_DIR, .spendscope)'
    )
    .option('--verbose', 'show the stack trace of an error')
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), writeErr: (text) => tell(text.trimEnd()) })
    .showHelpAfterError('Run with --help for all options.');
  const named = Object.keys(commands).filter((name) => argv.includes(name));
  for (const name of named.length > 0 ? named : Object.keys(commands)) {
    (await commands[name]!())(program, signal);
  }
  return program;
}
