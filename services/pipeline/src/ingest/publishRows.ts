import { indexTemplate, indices } from '@spendscope/contracts';
import { type BulkBatch, type ElasticClient, bulkWrite, withPausedRefresh } from '@spendscope/elastic';
import { entriesSql, traitsTableSql } from '../documents/rowDocuments';
import { entryBatches } from '../documents/sendEntries';
import type { Progress } from '../progress';
import type { Store } from '../store/store';
import { type IngestEntry, logSent } from './ingestLog';

/**
 * Rows that are confirmed together, which is what a killed ingest may have to send again: about two bodies, and a
 * fiftieth of a large load, because each window is a query that joins all customers.
 */
const rowsOfWindow = (total: number): number => Math.max(20_000, Math.ceil(total / 50));

/** Sends an ingest's rows from the store to Elasticsearch, from the first that is not confirmed; returns documents sent. */
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
  const windowRows = rowsOfWindow(total);
  const windows: { lastBatch: number; rows: number }[] = [];
  let confirmedBatch = -1;
  let batch = 0;

  async function* batches(): AsyncGenerator<BulkBatch> {
    for (let from = start + 1; from <= total; from += windowRows) {
      await noteConfirmed();
      const to = Math.min(from + windowRows - 1, total);
      for await (const body of entryBatches(store, entriesSql(entity, entry.ingest, from, to))) {
        batch++;
        yield body;
      }
      windows.push({ lastBatch: batch - 1, rows: to });
    }
  }

  async function noteConfirmed(): Promise<void> {
    const whole = windows.filter((window) => window.lastBatch <= confirmedBatch).at(-1);
    if (whole) {
      await logSent(store, entry.ingest, entity, whole.rows);
    }
  }

  if (entity === 'transactions') {
    await store.run(traitsTableSql());
  }
  const names = await monthlyNames(store, entry, entity);
  const interval = String(indexTemplate(indices[entity]).template.settings['index.refresh_interval']);
  const stats = await withPausedRefresh(client, names, interval, () =>
    bulkWrite(client, batches(), {
      signal,
      onConfirmed: (confirmed) => {
        confirmedBatch = confirmed;
      },
      onProgress: ({ documents }) => progress.update(`Writing ${entity}`, start + documents, total),
    })
  );
  await logSent(store, entry.ingest, entity, total);
  return stats.documents;
}

async function monthlyNames(store: Store, entry: IngestEntry, entity: 'transactions' | 'actions'): Promise<string[]> {
  const months = await store.rows<{ month: string }>(
    `SELECT DISTINCT strftime(ts, '%Y.%m') AS month FROM ${entity} WHERE ingest = ${entry.ingest} ORDER BY month`
  );
  return months.map(({ month }) => `${indices[entity].name}-${month}`);
}
