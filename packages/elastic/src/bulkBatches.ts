import type { IndexDefinition } from '@spendscope/contracts';
import type { BulkBatch } from './bulkTypes';

/** The two lines of `_bulk` that store a document under an id, replacing what was there. */
export function bulkEntry(index: string, id: string, document: unknown): string {
  return `{"index":{"_index":${JSON.stringify(index)},"_id":${JSON.stringify(id)}}}\n${JSON.stringify(document)}\n`;
}

/** About 8 MiB: a round trip and a sync of the index's log are paid once a body; two of them fit the smallest heap well. */
export const defaultBatchBytes = 8 << 20;

/** Packs entries (two lines each) into batches of about `maxBytes` characters. */
export async function* bulkBatches(
  entries: AsyncIterable<string> | Iterable<string>,
  maxBytes: number = defaultBatchBytes
): AsyncGenerator<BulkBatch> {
  let body = '';
  let documents = 0;
  for await (const entry of entries) {
    body += entry;
    documents++;
    if (body.length >= maxBytes) {
      yield { body, documents };
      body = '';
      documents = 0;
    }
  }
  if (documents > 0) {
    yield { body, documents };
  }
}

/** Entries of documents of one physical index. */
export async function* bulkEntries<Document>(
  index: IndexDefinition | string,
  documents: AsyncIterable<Document> | Iterable<Document>,
  idOf: (document: Document) => string
): AsyncGenerator<string> {
  const name = typeof index === 'string' ? index : index.name;
  for await (const document of documents) {
    yield bulkEntry(name, idOf(document), document);
  }
}
