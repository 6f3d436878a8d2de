import { type Customer, type CustomerSelection, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { reading } from '../../elastic/reading';
import { ApiError } from '../../http/apiError';
import { spent } from '../customers/spent';
import { axesOf, insideOf, selectionQuery } from '../points/selectionQuery';
import type { SegmentSample } from './simulateCard';
import type { MonthlySpend } from './yearOfCard';

const customers = indices.customers;
const transactions = indices.transactions;
const of = transactions.fields;
const sampleSize = 500;
const batch = 5_000;
/** Customers looked at one by one for an outline. */
const mostCompared = 200_000;
const page = 10_000;

export interface SampledYear extends Omit<SegmentSample, 'customers'> {
  from: string;
  to: string;
  currency: string;
}

interface Member {
  token: string;
  card?: string;
}

/**
 * What a sample of a segment spent in the year before the newest transaction, by month and category. Tokens are keyed hashes, so
 * that the first of them in their order are a sample drawn at random, and the same one each time.
 *
 * @throws ApiError 422 where there are no transactions
 */
export async function readSegmentSample(
  client: ElasticClient,
  selection: CustomerSelection,
  { timeZone, categories }: { timeZone?: string; categories: string[] }
): Promise<SampledYear> {
  const members = await sampleOf(client, selection);
  const span = await spanOf(client);
  if (!span) {
    throw new ApiError(422, 'no_transactions', 'Benefits are worked out from transactions, and there are none.');
  }
  const numbers = new Map(members.map(({ token }, i) => [token, i]));
  const spends: MonthlySpend[] = [];
  const filter = [
    { terms: { [of.user_id]: [...numbers.keys()] } },
    { terms: { [of.type]: spent } },
    { terms: { [of.category_large]: categories } },
    { range: { [of['@timestamp']]: { gt: span.from, lte: span.to } } },
  ];
  for (let after: Key | undefined; ;) {
    const { aggregations } = await client.search({
      ...reading(transactions),
      size: 0,
      query: { bool: { filter } },
      aggs: {
        spends: {
          composite: {
            size: page,
            sources: [
              { user: { terms: { field: of.user_id } } },
              { month: { date_histogram: { field: of['@timestamp'], calendar_interval: 'month', ...(timeZone ? { time_zone: timeZone } : {}) } } }, // prettier-ignore
              { large: { terms: { field: of.category_large } } },
              { mid: { terms: { field: of.category_mid, missing_bucket: true } } },
            ],
            ...(after ? { after } : {}),
          },
          aggs: { amount: { sum: { field: of.amount } } },
        },
      },
    });
    const found = aggregations?.spends as unknown as Spends | undefined;
    for (const { key, amount } of found?.buckets ?? []) {
      const { user, month, large, mid } = key;
      spends.push({ customer: numbers.get(user)!, month: String(month), large, ...(mid === null ? {} : { mid }), amount: amount.value }); // prettier-ignore
    }
    after = found?.after_key;
    if (!after) {
      break;
    }
  }
  return { ...span, spends, holds: members.map(({ card }) => card) };
}

interface Key {
  user: string;
  month: number;
  large: string;
  mid: string | null;
  [name: string]: string | number | null;
}

interface Spends {
  after_key?: Key;
  buckets: { key: Key; amount: { value: number } }[];
}

async function sampleOf(client: ElasticClient, selection: CustomerSelection): Promise<Member[]> {
  const { query, exact } = selectionQuery(selection);
  const inside = insideOf(selection);
  const axes = axesOf(selection);
  const { user_id, card_product } = customers.fields;
  const members: Member[] = [];
  for (let compared = 0, after: string | undefined; compared < mostCompared;) {
    const { hits } = await client.search<Partial<Customer>>({
      ...reading(customers),
      size: exact ? sampleSize : batch,
      query,
      _source: [user_id, card_product, ...(axes ? [axes.x.field, axes.y.field] : [])],
      sort: [{ [user_id]: { order: 'asc', unmapped_type: 'keyword' } }],
      track_total_hits: false,
      ...(after === undefined ? {} : { search_after: [after] }),
    });
    const found = hits.hits.map(({ _source }) => _source!).filter(inside);
    members.push(...found.map((customer) => ({ token: customer.user_id!, card: customer.card_product })));
    compared += hits.hits.length;
    after = hits.hits.at(-1)?._source?.user_id;
    if (members.length >= sampleSize || after === undefined) {
      break;
    }
  }
  return members.slice(0, sampleSize);
}

/** The year that ends with the newest transaction, and the currency of most of them. */
async function spanOf(client: ElasticClient): Promise<{ from: string; to: string; currency: string } | undefined> {
  const { aggregations } = await client.search({
    ...reading(transactions),
    size: 0,
    query: { terms: { [of.type]: spent } },
    aggs: { newest: { max: { field: of['@timestamp'] } }, currency: { terms: { field: of.currency, size: 1 } } },
  });
  const newest = (aggregations?.newest as { value: number | null } | undefined)?.value;
  const [currency] = (aggregations?.currency as { buckets: { key: string }[] } | undefined)?.buckets ?? [];
  if (newest === null || newest === undefined || !currency) {
    return undefined;
  }
  const from = new Date(newest);
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  return { from: from.toISOString(), to: new Date(newest).toISOString(), currency: currency.key };
}
