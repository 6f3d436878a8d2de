import type { ClaimColumn } from '@spendscope/analytics';
import { type ClaimField, claimFieldNames, claimFieldPaths, claimFields, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type CustomerColumns, inactivityLimitDays } from '@spendscope/findings';

const { readAs, fields } = indices.customers;
const page = 5_000;
/** Enough for small differences, and little enough not to keep a service busy that payments ask. */
export const mostClaimCustomers = 20_000;

const stored = claimFieldNames.filter((field) => field !== 'inactive');
const { interval_mean_hours: interval, transactions } = fields.features;
/** What only transactions give. A shop without them has figures in the place of recency, frequency and monetary value. */
const ofTransactions = new Set<string>([...Object.values(fields.features), ...Object.values(fields.rfm)]);

/**
 * A run's customers as columns, those of the lowest tokens where there are more than {@link mostClaimCustomers}: tokens are
 * keyed hashes, so that is a random sample, and the same one each time.
 */
export async function readCustomerColumns(client: ElasticClient, runId: string): Promise<CustomerColumns> {
  const values = new Map<string, unknown[]>(
    [...Object.values(claimFieldPaths), interval, transactions].map((path) => [path, []])
  );
  let rows = 0;
  for (let after: (string | number)[] | undefined; rows < mostClaimCustomers;) {
    const { hits } = await client.search({
      index: readAs,
      size: Math.min(page, mostClaimCustomers - rows),
      query: { term: { [fields.run_id]: runId } },
      _source: false,
      docvalue_fields: [...values.keys()],
      sort: [{ [fields.user_id]: 'asc' }],
      track_total_hits: false,
      ...(after ? { search_after: after } : {}),
    });
    for (const hit of hits.hits) {
      values.forEach((column, path) => column.push((hit.fields?.[path] as unknown[] | undefined)?.[0]));
    }
    rows += hits.hits.length;
    after = hits.hits.at(-1)?.sort as (string | number)[] | undefined;
    if (hits.hits.length < page) {
      break;
    }
  }
  return columnsOf(values, rows);
}

function columnsOf(values: ReadonlyMap<string, readonly unknown[]>, rows: number): CustomerColumns {
  const isKnown = (path: string): boolean => values.get(path)!.some((value) => value !== undefined);
  const withTransactions = isKnown(transactions);
  const columns = new Map<ClaimField, ClaimColumn>();
  for (const field of stored) {
    const path = claimFieldPaths[field];
    if (isKnown(path) && (withTransactions || !ofTransactions.has(path))) {
      columns.set(field, columnOf(field, values.get(path)!));
    }
  }
  if (withTransactions && !columns.has('churned')) {
    columns.set('inactive', { kind: 'yesno', values: inactive(values) });
  }
  const churnField = columns.has('churned') ? 'churned' : columns.has('inactive') ? 'inactive' : undefined;
  return { rows, columns, churnField };
}

const numberOf = (value: unknown): number => (value === undefined ? NaN : Number(value));

function columnOf(field: ClaimField, values: readonly unknown[]): ClaimColumn {
  const kind = claimFields[field];
  return kind === 'category'
    ? { kind, values: values.map((value) => (value === undefined ? null : String(value))) }
    : { kind, values: Float64Array.from(values, numberOf) };
}

/** Whom the stated rule calls gone; NaN for customers without an order. */
function inactive(values: ReadonlyMap<string, readonly unknown[]>): Float64Array {
  const recency = values.get(fields.rfm.recency)!;
  return Float64Array.from(values.get(interval)!, (hours, row) => {
    const days = numberOf(recency[row]);
    return Number.isNaN(days) ? NaN : Number(days >= inactivityLimitDays(numberOf(hours)));
  });
}
