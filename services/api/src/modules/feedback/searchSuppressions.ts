import { type Suppression, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

const { name: index, fields } = indices.suppressions;

interface SuppressionPage {
  items: { id: string; suppression: Suppression }[];
  /** How many there are, also beyond the page. */
  total: number;
}

/** Suppressions in force at an instant, those that end first before the others; what was just written counts. */
export async function searchSuppressions(client: ElasticClient, at: Date, size: number): Promise<SuppressionPage> {
  await client.indices.refresh({ index });
  const { hits } = await client.search<Suppression>({
    index,
    size,
    track_total_hits: true,
    sort: [{ [fields.until]: 'asc' }],
    query: {
      bool: {
        filter: [{ range: { [fields.until]: { gt: at.toISOString() } } }],
        must_not: [{ term: { [fields.revoked]: true } }],
      },
    },
  });
  const items = hits.hits.map((hit) => ({ id: hit._id!, suppression: hit._source! }));
  return { items, total: (hits.total as { value: number }).value };
}
