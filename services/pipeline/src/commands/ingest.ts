import type { Command } from 'commander';
import type { GlobalOptions } from '../cli';
import { inferMapping } from '../ingest/inferMapping';
import { ingest } from '../ingest/ingest';
import { presetNames } from '../ingest/loadMapping';
import { parseMaxRejects } from '../ingest/maxRejects';
import { runJob } from '../runs/runJob';
import { say } from '../terminal';
import { type MappingFlags, chooseMapping } from './chooseMapping';

interface IngestFlags extends MappingFlags {
  infer?: boolean;
  transactions?: string[];
  customers?: string[];
  actions?: string[];
  maxRejects: string;
  replace?: boolean;
  memory?: string;
}

export function addIngest(program: Command, signal: AbortSignal): void {
  program
    .command('ingest')
    .description('Read CSV (plain or .gz), JSON lines or Parquet files, check every row, and store what is valid.')
    .argument('[files...]', 'files or patterns ("data/*.csv"); what they hold is seen from their columns')
    .option('--preset <name>', `a known format: ${presetNames().join(', ')}`)
    .option('--mapping <file>', 'a mapping file (YAML) for a format of your own')
    .option('--infer', 'print a first mapping for the given file and stop')
    .option('--transactions <files...>', 'files of transactions')
    .option('--customers <files...>', 'files of customers')
    .option('--actions <files...>', 'files of actions (behaviour logs)')
    .option('--max-rejects <limit>', 'a number of rows or a share; above it nothing is stored', '10%')
    .option('--replace', 'drop what another world left')
    .option('--memory <size>', 'memory limit of the store, e.g. 800MB; more is spilled to disk')
    .action(async (files: string[], flags: IngestFlags) => {
      if (flags.infer) {
        say(await inferMapping([...files, ...(flags.transactions ?? []), ...(flags.customers ?? [])]));
        return;
      }
      const mapping = chooseMapping(flags);
      const maxRejects = parseMaxRejects(flags.maxRejects);
      const { stateDir } = program.opts<GlobalOptions>();
      await runJob('ingest', { stateDir, signal, memoryLimit: flags.memory }, (context) =>
        ingest(context, {
          input: { files, transactions: flags.transactions, customers: flags.customers, actions: flags.actions },
          mapping,
          maxRejects,
          replace: flags.replace === true,
          now: new Date(),
        })
      );
    });
}
