import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { presetNames } from '../ingest/loadMapping';
import { parseMaxRejects } from '../ingest/maxRejects';
import { type LogOptions, takeLogMessages, takeLogs } from '../logs/takeLogs';
import type { GlobalOptions } from '../program';
import { type JobContext, runJob } from '../runs/runJob';
import { drainTopics } from '../stream/drainTopics';
import { type StreamPlan, readStreamFile } from '../stream/streamFile';
import { UserError } from '../userError';
import { type MappingFlags, chooseMapping } from './chooseMapping';

interface LogFlags extends MappingFlags {
  kafka?: string;
  every?: number;
  maxRejects: string;
}

export function addLogs(program: Command, signal: AbortSignal): void {
  program
    .command('logs')
    .description('Store the actions of JSON logs (Spring Boot): what was added since the last time, rotated files too.')
    .argument('[files...]', 'logs, by the name that they are written under')
    .option('--preset <name>', `world that the customers belong to: ${presetNames().join(', ')}`)
    .option('--mapping <file>', 'a mapping file (YAML) of your own: its world, time zone and currency')
    .option('--kafka <file>', 'lines of logs that the topics of actions of a stream file (YAML) hold')
    .option('--every <seconds>', 'look again and again, until stopped', seconds)
    .option('--max-rejects <limit>', 'a number of lines or a share; above it nothing is stored', '100%')
    .action(async (files: string[], flags: LogFlags) => {
      const plan = flags.kafka ? actionTopics(readStreamFile(flags.kafka)) : undefined;
      if (files.length === 0 && !plan) {
        throw new UserError('No log is given.', 'Name at least one, or give --kafka FILE.');
      }
      const { stateDir } = program.opts<GlobalOptions>();
      const [mapping, maxRejects] = [chooseMapping(flags), parseMaxRejects(flags.maxRejects)];
      do {
        await runJob('ingest', { stateDir, signal }, async (context) => {
          const options = { mapping, maxRejects, now: new Date() };
          const lines = files.length > 0 ? await takeLogs(context, files, options) : 0;
          const messages = plan ? await takeTopics(context, plan, options) : 0;
          context.progress.note(`${lines + messages} lines read`);
        });
        await sleep((flags.every ?? 0) * 1_000, undefined, { signal }).catch(() => {});
      } while (flags.every && !signal.aborted);
    });
}

/** A stream file names topics of transactions, too, by itself: those are not asked for here. */
const actionTopics = (plan: StreamPlan): StreamPlan => ({
  ...plan,
  group: `${plan.group}-logs`,
  entities: new Map([...plan.entities].filter(([, entity]) => entity === 'actions')),
});

const takeTopics = (context: JobContext, plan: StreamPlan, options: LogOptions): Promise<number> =>
  drainTopics({ plan, folder: join(context.folder.spill, 'drained'), signal: context.signal }, (files) =>
    takeLogMessages(context, files, options)
  );

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= 86_400)) {
    throw new InvalidArgumentError('Give a number of seconds from 1 to 86400.');
  }
  return value;
}
