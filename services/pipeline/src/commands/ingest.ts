import { join } from 'node:path';
import type { Command } from 'commander';
import type { DrainedFile } from '../ingest/classifyFiles';
import { inferMapping } from '../ingest/inferMapping';
import { ingest } from '../ingest/ingest';
import { presetNames } from '../ingest/loadMapping';
import type { Mapping } from '../ingest/mappingSchema';
import { parseMaxRejects } from '../ingest/maxRejects';
import type { GlobalOptions } from '../program';
import { type JobContext, runJob } from '../runs/runJob';
import { drainTopics } from '../stream/drainTopics';
import { requireStreamable } from '../stream/requireStreamable';
import { type StreamPlan, readStreamFile } from '../stream/streamFile';
import { say } from '../terminal';
import { type MappingFlags, chooseMapping } from './chooseMapping';

interface IngestFlags extends MappingFlags {
  infer?: boolean;
  transactions?: string[];
  customers?: string[];
  actions?: string[];
  kafka?: string;
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
    .option('--kafka <file>', 'everything that the topics of a stream file (YAML) hold and that was not ingested yet')
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
      const plan = flags.kafka ? readStreamFile(flags.kafka) : undefined;
      await runJob('ingest', { stateDir, signal, memoryLimit: flags.memory }, async (context) => {
        const { transactions, customers, actions } = flags;
        const store = (drained?: readonly DrainedFile[]): Promise<void> =>
          ingest(context, {
            input: { files, transactions, customers, actions, drained },
            mapping,
            maxRejects,
            replace: flags.replace === true,
            now: new Date(),
          });
        if (plan) {
          await ingestTopics(context, plan, mapping, store);
        } else {
          await store();
        }
      });
    });
}

async function ingestTopics(
  { folder, progress, signal }: JobContext,
  plan: StreamPlan,
  mapping: Mapping,
  store: (drained: readonly DrainedFile[]) => Promise<void>
): Promise<void> {
  requireStreamable(mapping, plan.entities.values());
  const messages = await drainTopics({ plan, folder: join(folder.spill, 'drained'), signal }, async (files) => {
    progress.note(`Kafka: ${files.length} partitions read`);
    await store(files);
  });
  progress.note(messages === 0 ? 'Kafka holds nothing new.' : `Kafka: ${messages} messages stored`);
}
