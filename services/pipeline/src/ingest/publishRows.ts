import { indices } from '@spendscope/contracts';
import { type BulkBatch, type ElasticClient, bulkWrite } from '@spendscope/elastic';
import { ownBoundsTableSql } from '../documents/ownOutlier';
import { entriesSql, traitsTableSql } from '../documents/rowDocuments';
import { entryBatches } from '../documents/sendEntries';
import type { Progress } from '../progress';
import { type StoreMeta, readMeta } from '../store/schema';
import type { Store } from '../store/store';
import { type IngestEntry, logSent } from './ingestLog';

/**
 * Halves of the time that are written side by side, one body of each at a time: two bodies for the same month would make
 * its index keep two sets of segments, and merge them.
 */
const lanes = 2;

/**
 * Rows that are confirmed together, which is what a killed ingest may have to send again: about two bodies, and a
 * fiftieth of a large load, because each window is a query that joins all customers.
 */
const rowsOfWindow = (total: number): number => Math.max(20_000, Math.ceil(total / 50));

/** Sends an ingest's rows from the store to Elasticsearch, from the first that are not confirmed; returns documents sent. */
export async function publishRows(
  store: Store,
  client: ElasticClient,
  entry: IngestEntry,
  entity: 'transactions' | 'actions',
  progress: Progress,
  signal?: AbortSignal
): Promise<number> {
  const total = entry[entity];
  const start = entry[`${entity}_sent`];
  if (start >= total) {
    return 0;
  }
  const { timeZone } = (await readMeta(store)) as StoreMeta;
  const length = Math.ceil(total / lanes);
  const confirmed = Array.from({ length: lanes }, () => Math.floor(start / lanes));
  const written = Array.from({ length: lanes }, () => 0);
  const sum = (): number => written.reduce((documents, of) => documents + of, 0);

  /** What is confirmed of every lane is what a killed ingest need not send again. */
  const confirm = async (lane: number, rows: number): Promise<void> => {
    confirmed[lane] = rows;
    await logSent(store, entry.ingest, entity, Math.min(lanes * Math.min(...confirmed), total));
  };

  async function writeLane(lane: number): Promise<void> {
    const first = lane * length;
    const rows = Math.min(length, total - first);
    const windows: { lastBatch: number; rows: number }[] = [];
    let confirmedBatch = -1;
    let batch = 0;

    async function* batches(): AsyncGenerator<BulkBatch> {
      for (let from = confirmed[lane]!; from < rows; from += rowsOfWindow(total)) {
        const whole = windows.filter(({ lastBatch }) => lastBatch <= confirmedBatch).at(-1);
        if (whole) {
          await confirm(lane, whole.rows);
        }
        const to = Math.min(from + rowsOfWindow(total), rows);
        const range = { ingest: entry.ingest, from: first + from + 1, to: first + to, timeZone };
        for await (const body of entryBatches(store, entriesSql(entity, range))) {
          batch++;
          yield body;
        }
        windows.push({ lastBatch: batch - 1, rows: to });
      }
    }

    await bulkWrite(client, batches(), {
      concurrency: 1,
      signal,
      onConfirmed: (position) => {
        confirmedBatch = position;
      },
      onProgress: ({ documents }) => {
        written[lane] = documents;
        progress.update(`Writing ${entity}`, start + sum(), total);
      },
    });
    await confirm(lane, length);
  }

  if (entity === 'transactions') {
    await store.run(traitsTableSql());
    await store.run(ownBoundsTableSql());
  }
  const ends = await Promise.allSettled(written.map((_documents, lane) => writeLane(lane)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
  await client.indices.refresh({ index: indices[entity].readAs });
  return sum();
}
