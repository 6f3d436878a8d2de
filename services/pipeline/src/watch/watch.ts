import { setTimeout as sleep } from 'node:timers/promises';
import { type Model, type Transaction, indices, monthlyIndex } from '@spendscope/contracts';
import { type ElasticClient, bulkEntry, bulkWrite } from '@spendscope/elastic';
import { readErasures } from '../erasures/readErasures';
import { readSuppressions } from '../feedback/readSuppressions';
import type { Field, WorldName } from '../generate/columns';
import { generateLive } from '../generate/generateLive';
import type { LiveTransaction } from '../generate/world';
import { countryOf } from '../ingest/countryOf';
import { cutIp } from '../ingest/cutIp';
import { loadPreset } from '../ingest/loadMapping';
import type { Original } from '../ingest/readOriginals';
import { identityBatch } from '../ingest/saveIdentities';
import { createToken } from '../ingest/tokens';
import { detectorName, loadDetector } from '../models/detectorModel';
import { liveModels } from '../models/registry';
import type { RunRecorder } from '../runs/runRecorder';
import { type StateFolder, readTokenKey } from '../stateFolder';
import { Fresh } from './Fresh';
import { businessHours } from './businessHour';
import { CustomerMemory } from './customerMemory';
import { liveFields } from './liveFields';
import { scoreLive } from './scoreLive';

export interface WatchOptions {
  feed: WorldName;
  /** transactions a second */
  rate: number;
  seed: number;
  signal: AbortSignal;
  onProgress?: (transactions: number, anomalies: number) => void;
}

export interface WatchContext {
  client: ElasticClient;
  folder: StateFolder;
  run: RunRecorder;
}

const flushEveryMs = 1_000;

/** Scores the live feed with the current model and stores it, until the signal ends it; a second's worth at a time. */
export async function watch({ client, folder, run }: WatchContext, options: WatchOptions): Promise<void> {
  const { feed, rate, seed, signal, onProgress } = options;
  const mapping = loadPreset(feed);
  let detector = loadDetector(folder.registry);
  const key = readTokenKey(folder);
  const memory = new CustomerMemory(client, businessHours(mapping.timeZone));
  const suppressions = new Fresh(() => readSuppressions(client, detectorName, new Date()));
  const erasures = new Fresh(() => readErasures(client));
  const waiting: LiveTransaction[] = [];
  let transactions = 0;
  let anomalies = 0;

  const write = async (batch: readonly LiveTransaction[]): Promise<void> => {
    // A retrained model is taken up without a restart.
    if (liveModels(folder.registry)[detectorName] !== detector.file) {
      detector = loadDetector(folder.registry);
    }
    const [suppressed, erased] = await Promise.all([suppressions.get(), erasures.get()]);
    let body = '';
    let documents = 0;
    const originals = new Map<string, Original>();
    for (const { at, row } of batch) {
      const fields = liveFields(mapping, row);
      const original = String(fields.user_id);
      const token = createToken(key, 'customer', original);
      if (erased.has(token)) {
        continue;
      }
      const known = await memory.get(token);
      const transaction = toTransaction(fields, token, new Date(at), known.traits, mapping.currency);
      memory.remember(known.history, transaction);
      const anomaly = scoreLive(detector, known, transaction, { runId: run.id, at: new Date(), suppressed });
      const index = monthlyIndex(indices.transactions, new Date(at));
      body += bulkEntry(index, transaction.transaction_id, transaction);
      documents++;
      if (anomaly) {
        body += bulkEntry(indices.anomalies.name, transaction.transaction_id, anomaly);
        documents++;
        anomalies++;
      }
      if (fields.ip) {
        const ips = [originals.get(token)?.ips, String(fields.ip)].filter(Boolean).join(',');
        originals.set(token, { token, original, name: null, card: null, ips });
      }
    }
    const identities =
      originals.size > 0 ? [await identityBatch(client, key, [...originals.values()], new Date())] : [];
    await bulkWrite(client, [...identities, { body, documents }]);
    transactions += batch.length;
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
  return { world: feed, users: Math.max(count, 1), transactions: model?.rows ?? 1, seed, end, rate, signal };
}

function toTransaction(
  fields: Readonly<Record<string, Field>>,
  token: string,
  at: Date,
  traits: Partial<Transaction>,
  currency: string
): Transaction {
  const { ip, lat, lon, country, timestamp: _time, user_id: _user, ...rest } = fields;
  const place = country ?? (ip ? countryOf(String(ip)) : undefined);
  return {
    currency,
    type: 'purchase',
    ...rest,
    ...traits,
    '@timestamp': at.toISOString(),
    user_id: token,
    ...(ip ? { ip: cutIp(String(ip)) } : {}),
    ...(typeof lat === 'number' && typeof lon === 'number' ? { geo: { lat, lon } } : {}),
    ...(place ? { country: String(place) } : {}),
  } as Transaction;
}
