import { type Command, InvalidArgumentError, Option } from 'commander';
import type { GlobalOptions } from '../cli';
import { connectElasticsearch } from '../elasticsearch';
import { type WorldName, columns } from '../generate/columns';
import { describeError } from '../runs/describeError';
import { RunRecorder } from '../runs/runRecorder';
import { openStateFolder } from '../stateFolder';
import { tell } from '../terminal';
import { watch } from '../watch/watch';

interface WatchFlags {
  feed: WorldName;
  rate: number;
  seed: number;
}

const tellEveryMs = 60_000;

export function addWatch(program: Command, signal: AbortSignal): void {
  program
    .command('watch')
    .description('Score a live feed with the current model and store it, until stopped (Ctrl-C, SIGTERM).')
    .addOption(new Option('--feed <world>', 'which world goes on live').choices(Object.keys(columns)).default('card'))
    .option('--rate <n>', 'transactions a second, on average', rate, 3)
    .option('--seed <n>', 'seed that the history was generated with', Number, 1)
    .action(async ({ feed, rate, seed }: WatchFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const client = await connectElasticsearch();
      const run = await RunRecorder.start(client, 'watch');
      run.know({ world: feed });
      let told = Date.now();
      try {
        await watch(
          { client, folder: openStateFolder(stateDir), run },
          {
            feed,
            rate,
            seed,
            signal,
            onProgress: (transactions, anomalies) => {
              if (Date.now() - told >= tellEveryMs) {
                told = Date.now();
                tell(`${transactions} transactions, ${anomalies} at or above the anomaly floor`);
              }
            },
          }
        );
        await run.end('succeeded');
      } catch (error) {
        await run.end('failed', describeError(error).message).catch(() => {});
        throw error;
      } finally {
        await client.close();
      }
    });
}

function rate(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1_000)) {
    throw new InvalidArgumentError('Give a number above 0 and at most 1000.');
  }
  return value;
}
