import { type BulkBatch, type BulkStats, type ElasticClient, bulkWrite, defaultBatchBytes } from '@spendscope/elastic';
import { type DocumentsHash, hashed } from '../runs/documentsHash';
import type { Store } from '../store/store';

/** Bodies of `_bulk` from a SELECT of entries (one string a row). */
export async function* entryBatches(store: Store, sql: string): AsyncGenerator<BulkBatch> {
  let body = '';
  let documents = 0;
  for await (const [entries] of store.columns(sql)) {
    body += (entries as string[]).join('');
    documents += entries!.length;
    if (body.length >= defaultBatchBytes) {
      yield { body, documents };
      body = '';
      documents = 0;
    }
  }
  if (documents > 0) {
    yield { body, documents };
  }
}

export async function sendEntries(
  store: Store,
  client: ElasticClient,
  sql: string,
  options: { onDocuments?: (sent: number) => void; hash?: DocumentsHash; signal?: AbortSignal } = {}
): Promise<BulkStats> {
  return bulkWrite(client, hashed(entryBatches(store, sql), options.hash), {
    signal: options.signal,
    onProgress: ({ documents }) => options.onDocuments?.(documents),
  });
}
