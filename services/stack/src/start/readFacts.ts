import { type IndexDefinition, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type Facts, askedFields } from '../../../../dashboards/src/facts';

/** Which of the fields that dashboards cut by the loaded data has: those that at least one document holds. */
export async function readFacts(client: ElasticClient): Promise<Facts> {
  const [transactions, customers] = await Promise.all([
    presentFields(client, indices.transactions, askedFields.transactions),
    presentFields(client, indices.customers, askedFields.customers),
  ]);
  return { transactions, customers };
}

async function presentFields(
  client: ElasticClient,
  index: IndexDefinition,
  fields: readonly string[]
): Promise<string[]> {
  const { aggregations } = await client.search<
    unknown,
    Record<'has', { buckets: Record<string, { doc_count: number }> }>
  >({
    index: index.readAs,
    ignore_unavailable: true,
    allow_no_indices: true,
    size: 0,
    aggs: { has: { filters: { filters: Object.fromEntries(fields.map((field) => [field, { exists: { field } }])) } } },
  });
  const buckets = aggregations?.has.buckets ?? {};
  return fields.filter((field) => (buckets[field]?.doc_count ?? 0) > 0);
}
