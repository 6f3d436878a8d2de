import { type CustomerSpending, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { reading } from '../../elastic/reading';
import { spent } from './spent';

const { transactions } = indices;
const fields = transactions.fields;
const mostCategories = 10;
const categoriesOver = '1y';

interface Buckets<Key> {
  buckets: { key: Key; key_as_string?: string; amount: { value: number | null } }[];
}

/**
 * A customer's spend by quarter and by category.
 * @param timeZone in which quarters begin, as the run knows it
 * @param until end of the year that categories are of: the customer's newest transaction
 */
export async function readSpending(
  client: ElasticClient,
  token: string,
  { timeZone, until }: { timeZone?: string; until?: string }
): Promise<CustomerSpending> {
  const amount = { amount: { sum: { field: fields.amount } } };
  const { aggregations } = await client.search({
    ...reading(transactions),
    size: 0,
    query: { bool: { filter: [{ term: { [fields.user_id]: token } }, { terms: { [fields.type]: spent } }] } },
    aggs: {
      quarters: {
        date_histogram: {
          field: fields['@timestamp'],
          calendar_interval: 'quarter',
          format: 'yyyy-MM-dd',
          min_doc_count: 0,
          ...(timeZone ? { time_zone: timeZone } : {}),
        },
        aggs: amount,
      },
      recent: {
        filter: until
          ? { range: { [fields['@timestamp']]: { gte: `${until}||-${categoriesOver}`, lte: until } } }
          : { match_all: {} },
        aggs: {
          categories: {
            terms: { field: fields.category_large, size: mostCategories, order: { amount: 'desc' } },
            aggs: amount,
          },
        },
      },
    },
  });
  const quarters = (aggregations?.quarters as unknown as Buckets<number> | undefined)?.buckets ?? [];
  const categories =
    (aggregations?.recent as unknown as { categories?: Buckets<string> } | undefined)?.categories?.buckets ?? [];
  return {
    quarters: quarters.map((bucket) => ({ start: bucket.key_as_string!, amount: bucket.amount.value ?? 0 })),
    categories: categories.map(({ key, amount: sum }) => ({ category: key, amount: sum.value ?? 0 })),
  };
}
