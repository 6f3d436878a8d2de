import { setTimeout as sleep } from 'node:timers/promises';
import { type Model, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { WorldName } from '../generate/columns';
import { generateLive } from '../generate/generateLive';
import type { LiveTransaction } from '../generate/world';
import { loadPreset } from '../ingest/loadMapping';
import { detectorName } from '../models/detectorModel';
import { type LiveContext, LiveWriter } from './LiveWriter';
import { liveFields } from './liveFields';

export interface WatchOptions {
  feed: WorldName;
  /** transactions a second */
  rate: number;
  seed: number;
  signal: AbortSignal;
  onProgress?: (transactions: number, anomalies: number) => void;
}

const flushEveryMs = 1_000;
const dayMs = 86_400_000;

/** Scores the live feed with the current model and stores it, until the signal ends it; a second's worth at a time. */
export async function watch(context: LiveContext, options: WatchOptions): Promise<void> {
  const { client, run } = context;
  const { feed, rate, seed, signal, onProgress } = options;
  const mapping = loadPreset(feed);
  const writer = new LiveWriter(context, mapping);
  const waiting: LiveTransaction[] = [];
  let transactions = 0;
  let anomalies = 0;

  const write = async (batch: readonly LiveTransaction[]): Promise<void> => {
    const rows = batch.map(({ at, row }) => ({ at: new Date(at), fields: liveFields(mapping, row) }));
    const written = await writer.write({ transactions: rows });
    const [refused] = written.refused;
    if (refused) {
      throw new Error(`Elasticsearch refused ${written.refused.length} transactions of the feed: ${refused.reason}`);
    }
    transactions += written.transactions;
    anomalies += written.anomalies;
    run.know({ written: transactions + anomalies });
    onProgress?.(transactions, anomalies);
  };

  const feeding = feedInto(waiting, await feedOptions(client, { feed, rate, seed, signal }));
  try {
    while (!signal.aborted) {
      await sleep(flushEveryMs, undefined, { signal }).catch(() => {});
      const batch = waiting.splice(0);
      if (batch.length > 0) {
        await write(batch);
      }
    }
  } finally {
    await feeding;
  }
}

async function feedInto(waiting: LiveTransaction[], options: Parameters<typeof generateLive>[0]): Promise<void> {
  for await (const transaction of generateLive(options)) {
    waiting.push(transaction);
  }
}

/** The feed goes on from the history that the live model was trained on: same customers, same habits. */
async function feedOptions(
  client: ElasticClient,
  { feed, rate, seed, signal }: Pick<WatchOptions, 'feed' | 'rate' | 'seed' | 'signal'>
): Promise<Parameters<typeof generateLive>[0]> {
  const { models, customers } = indices;
  const live = await client.search<Model>({
    index: models.name,
    size: 1,
    query: {
      bool: {
        filter: [{ term: { [models.fields.model]: detectorName } }, { term: { [models.fields.status]: 'live' } }],
      },
    },
  });
  const model = live.hits.hits[0]?._source;
  const { count } = await client.count({ index: customers.readAs, ignore_unavailable: true });
  const end = model?.data_to ? new Date(model.data_to) : new Date();
  const days = model?.data_from ? Math.ceil((end.getTime() - Date.parse(model.data_from)) / dayMs) : undefined;
  return { world: feed, users: Math.max(count, 1), transactions: model?.rows ?? 1, seed, end, days, rate, signal };
}
