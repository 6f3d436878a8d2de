import { type IndexDefinition, runIndex } from '@spendscope/contracts';
import { bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import type { JobContext } from '../runs/runJob';

/** Writes a run's documents of an index, which is there afterwards also where there are none. */
export async function writeDocuments<Document extends object>(
  { client, run, signal }: JobContext,
  index: IndexDefinition,
  documents: readonly Document[],
  idOf: (document: Document) => string | number
): Promise<void> {
  const name = runIndex(index, run.id);
  if (documents.length === 0) {
    await client.indices.create({ index: name }, { ignore: [400] });
  }
  await bulkWrite(client, bulkBatches(bulkEntries(name, documents, (document) => String(idOf(document)))), { signal });
}
