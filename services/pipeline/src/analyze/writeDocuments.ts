import { type IndexDefinition, runIndex } from '@spendscope/contracts';
import { bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import { DocumentsHash, hashed } from '../runs/documentsHash';
import type { JobContext } from '../runs/runJob';

/**
 * Writes a run's documents of an index, which is there afterwards also where there are none, and notes their hash.
 *
 * @param volatile texts that stand for the run and its time, left out of the hash
 */
export async function writeDocuments<Document extends object>(
  { client, run, signal }: JobContext,
  volatile: readonly string[],
  index: IndexDefinition,
  documents: readonly Document[],
  idOf: (document: Document) => string | number
): Promise<void> {
  const name = runIndex(index, run.id);
  if (documents.length === 0) {
    await client.indices.create({ index: name }, { ignore: [400] });
  }
  const hash = new DocumentsHash(volatile);
  const entries = bulkEntries(name, documents, (document) => String(idOf(document)));
  await bulkWrite(client, hashed(bulkBatches(entries), hash), { signal });
  run.made({ kind: 'index', name: index.name, documents: documents.length, content_hash: hash.toString() });
}
