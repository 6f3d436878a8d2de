import type { ClaimColumn } from '@spendscope/analytics';
import { type ClaimField, type ClaimSide, claimFieldNames, claimFields } from '@spendscope/contracts';
import { inactivityRule } from '../analyze/churn/inactivityRule';
import { type CustomerTable, loadCustomerTable } from '../analyze/customerTable';
import { createSpendView } from '../analyze/spendView';
import { identifier } from '../store/sqlText';
import type { Store } from '../store/store';

/** The loaded customers as columns in order of their token, one value a customer, NaN or null where it is missing. */
export interface CustomerColumns {
  rows: number;
  columns: Map<ClaimField, ClaimColumn>;
  /** observed churn, else the stated rule of inactivity; undefined where neither is known */
  churnField: 'churned' | 'inactive' | undefined;
}

const fromFeatures = [
  'amount_mean',
  'night_share',
  'weekend_share',
  'online_share',
  'merchants',
  'categories',
  'countries',
];
const fromRfm = ['recency', 'frequency', 'monetary'];

/**
 * Reads what a claim may be about. Recency, frequency, monetary value and features need transactions, and so does the
 * rule of inactivity, which stands in where the data has no label of churn.
 *
 * @param loaded the customer table where an analysis has just made it, with the tables that it comes from
 */
export async function loadCustomers(store: Store, timeZone: string, loaded?: CustomerTable): Promise<CustomerColumns> {
  const { n: transactions } = await store.one<{ n: number }>('SELECT count(*) AS n FROM transactions');
  let inactive: Map<string, number> | undefined;
  if (transactions > 0) {
    const table = loaded ?? (await loadAnew(store, timeZone));
    if (table.churned.every((label) => Number.isNaN(label))) {
      const { gone } = inactivityRule(table);
      inactive = new Map(table.ids.map((id, row) => [id, gone(row) ? 1 : 0]));
    }
  }
  const stored = claimFieldNames.filter((field) => field !== 'inactive' && (transactions > 0 || !isComputed(field)));
  const joins =
    transactions > 0 ? 'LEFT JOIN rfm r ON r.user_id = c.user_id LEFT JOIN features f ON f.user_id = c.user_id' : '';
  const selected = stored.map((field) => `${expression(field)} AS ${identifier(field)}`);
  const rows = await store.rows<Record<string, number | string | null> & { user_id: string }>(
    `SELECT c.user_id, ${selected.join(', ')} FROM customers c ${joins} ORDER BY c.user_id`
  );
  const columns = new Map<ClaimField, ClaimColumn>();
  for (const field of stored) {
    const values = rows.map((row) => row[field] ?? null);
    if (values.some((value) => value !== null)) {
      columns.set(field, columnOf(field, values));
    }
  }
  if (inactive) {
    columns.set('inactive', {
      kind: 'yesno',
      values: Float64Array.from(rows, ({ user_id }) => inactive.get(user_id) ?? NaN),
    });
  }
  const churnField = columns.has('churned') ? 'churned' : columns.has('inactive') ? 'inactive' : undefined;
  return { rows: rows.length, columns, churnField };
}

async function loadAnew(store: Store, timeZone: string): Promise<CustomerTable> {
  await createSpendView(store, timeZone);
  return loadCustomerTable(store, { kind: 'transactions', timeZone });
}

/** One side of a claim as a column: one value of a category is a yes or no. */
export function sideColumn(columns: CustomerColumns['columns'], { field, value }: ClaimSide): ClaimColumn | undefined {
  const column = columns.get(field);
  if (!column || value === undefined || column.kind !== 'category') {
    return column;
  }
  const wanted = value.toLowerCase();
  return {
    kind: 'yesno',
    values: Float64Array.from(column.values, (text) => (text === null ? NaN : text.toLowerCase() === wanted ? 1 : 0)),
  };
}

const isComputed = (field: string): boolean => fromFeatures.includes(field) || fromRfm.includes(field);

function expression(field: ClaimField): string {
  const column = `${fromRfm.includes(field) ? 'r' : fromFeatures.includes(field) ? 'f' : 'c'}.${identifier(field)}`;
  return claimFields[field] === 'category' ? `CAST(${column} AS VARCHAR)` : `CAST(${column} AS DOUBLE)`;
}

function columnOf(field: ClaimField, values: (number | string | null)[]): ClaimColumn {
  const kind = claimFields[field];
  return kind === 'category'
    ? { kind, values: values as (string | null)[] }
    : { kind, values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) };
}
