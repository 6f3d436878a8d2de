import { allIndices, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { createSchema } from '../store/schema';
import type { Store } from '../store/store';
import { createIngestLog } from './ingestLog';

/** Empties the store of a world's rows, inside of the caller's transaction. */
export async function dropStoredWorld(store: Store): Promise<void> {
  await store.run(
    'DROP TABLE IF EXISTS transactions; DROP TABLE IF EXISTS actions; DROP TABLE IF EXISTS customers; DROP TABLE IF EXISTS ingests; DROP TABLE IF EXISTS published_segments; DROP TABLE IF EXISTS published_churn_rates; DROP TABLE IF EXISTS meta'
  );
  await createSchema(store);
  await createIngestLog(store);
}

/** Removes a world's documents. Identities, audit and states stay: they are about people, not about a load. */
export async function dropWorldDocuments(client: ElasticClient): Promise<void> {
  const { anomalies, transactions, actions } = indices;
  const dropped = [transactions, actions, anomalies, ...allIndices.filter(({ layout }) => layout === 'run')];
  for (const { pattern } of dropped) {
    // By the indices' own names: what is an alias since an upgrade cannot be deleted by it.
    const found = await client.indices.get({ index: pattern, allow_no_indices: true, ignore_unavailable: true });
    const names = Object.keys(found);
    if (names.length > 0) {
      await client.indices.delete({ index: names });
    }
  }
  // Single indices are emptied by making them anew, which works on every edition of Elasticsearch.
  await client.indices.create({ index: anomalies.name });
}
