import { type Command, InvalidArgumentError, Option } from 'commander';
import { connectElasticsearch } from '../elasticsearch';
import { type WorldName, columns } from '../generate/columns';
import { presetNames } from '../ingest/loadMapping';
import type { Mapping } from '../ingest/mappingSchema';
import type { GlobalOptions } from '../program';
import { describeError } from '../runs/describeError';
import { RunRecorder } from '../runs/runRecorder';
import { openStateFolder } from '../stateFolder';
import { StreamMetrics } from '../stream/StreamMetrics';
import { serveMetrics } from '../stream/serveMetrics';
import { type StreamPlan, readStreamFile } from '../stream/streamFile';
import { type StreamTotals, watchStream } from '../stream/watchStream';
import { tell } from '../terminal';
import { LiveDetector } from '../watch/LiveDetector';
import type { LiveContext } from '../watch/LiveWriter';
import { watch } from '../watch/watch';
import { type MappingFlags, chooseMapping } from './chooseMapping';

interface WatchFlags extends MappingFlags {
  feed: WorldName;
  rate: number;
  seed: number;
  kafka?: string;
  metricsPort?: number;
  metricsHost: string;
}

const tellEveryMs = 60_000;

export function addWatch(program: Command, signal: AbortSignal): void {
  program
    .command('watch')
    .description('Score a live feed, or what Kafka brings, with the current model and store it, until stopped.')
    .addOption(new Option('--feed <world>', 'which world goes on live').choices(Object.keys(columns)).default('card'))
    .option('--rate <n>', 'transactions a second of the feed, on average', rate, 3)
    .option('--seed <n>', 'seed that the history was generated with', Number, 1)
    .option('--kafka <file>', 'read the topics that a stream file (YAML) names, as one of its consumer group')
    .option('--preset <name>', `format of Kafka's messages: ${presetNames().join(', ')}`)
    .option('--mapping <file>', 'a mapping file (YAML) for messages of your own')
    .option('--metrics-port <port>', 'serve /metrics for Prometheus on this port', port)
    .option(
      '--metrics-host <address>',
      'at this address; another than loopback only where a network policy guards it',
      '127.0.0.1'
    )
    .action(async (flags: WatchFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const plan = flags.kafka ? readStreamFile(flags.kafka) : undefined;
      const mapping = plan ? chooseMapping(flags) : undefined;
      const client = await connectElasticsearch();
      const run = await RunRecorder.start(client, 'watch');
      const folder = openStateFolder(stateDir);
      const context = { client, folder, run, detector: new LiveDetector(folder) };
      try {
        // Without a model nothing could be scored: said before anything is read.
        await context.detector.get();
        if (plan && mapping) {
          const { metricsPort, metricsHost } = flags;
          await watchTopics(context, { plan, mapping, signal, metricsPort, metricsHost });
        } else {
          const { feed, rate, seed } = flags;
          run.know({ world: feed });
          const tellNow = sparingly((transactions: number, anomalies: number) =>
            tell(`${transactions} transactions, ${anomalies} at or above the anomaly floor`)
          );
          await watch(context, { feed, rate, seed, signal, onProgress: tellNow });
        }
        await run.end('succeeded');
      } catch (error) {
        await run.end('failed', describeError(error).message).catch(() => {});
        throw error;
      } finally {
        await client.close();
      }
    });
}

interface TopicOptions {
  plan: StreamPlan;
  mapping: Mapping;
  signal: AbortSignal;
  metricsPort?: number;
  metricsHost: string;
}

async function watchTopics(
  context: LiveContext,
  { plan, mapping, signal, metricsPort, metricsHost }: TopicOptions
): Promise<void> {
  const metrics = new StreamMetrics();
  const server = metricsPort === undefined ? undefined : await serveMetrics(metrics.registry, metricsPort, metricsHost);
  context.run.know({ world: mapping.world });
  tell(`reading ${[...plan.entities.keys()].join(', ')} of ${plan.connection.brokers.join(', ')} as ${plan.group}`);
  try {
    const totals = await watchStream(context, {
      plan,
      mapping,
      signal,
      metrics,
      onProgress: sparingly((so: StreamTotals) => tell(totalsText(so))),
      onTrouble: sparingly((what: string, error: unknown) =>
        tell(`${what} is away (${describeError(error).message}); waiting, nothing is lost`)
      ),
    });
    tell(totalsText(totals));
  } finally {
    server?.close();
  }
}

const totalsText = ({ read, transactions, actions, anomalies, deadLetters }: StreamTotals): string =>
  `${read} messages: ${transactions} transactions (${anomalies} at or above the anomaly floor), ${actions} actions, ${deadLetters} dead letters`;

/** At most once a minute. */
function sparingly<Args extends unknown[]>(say: (...args: Args) => void): (...args: Args) => void {
  let told = -Infinity;
  return (...args) => {
    if (Date.now() - told >= tellEveryMs) {
      told = Date.now();
      say(...args);
    }
  };
}

function port(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 65_535)) {
    throw new InvalidArgumentError('Give a port, 1 to 65535.');
  }
  return value;
}

function rate(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1_000)) {
    throw new InvalidArgumentError('Give a number above 0 and at most 1000.');
  }
  return value;
}
