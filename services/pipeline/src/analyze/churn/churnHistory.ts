import type { Labels } from '@spendscope/analytics';
import type { Store } from '../../store/store';
import { readSql } from '../readSql';
import { createSpendView } from '../spendView';
import { type FeatureRows, readSpendFeatures } from './churnFeatures';

/** Customers as they were on a day in the past, and whether they ordered after it. */
export interface ChurnHistory extends FeatureRows {
  /** 1 where no order came in the days that followed */
  labels: Labels;
  /** days that were watched for an order */
  days: number;
}

/** Days without an order that count as having left. */
const watchedDays = 90;
/** History that features need before the watch begins. */
const leastHistoryDays = 60;

/**
 * Where the data has no label, the past gives one: features as of 90 days before the last transaction, and who has not
 * ordered since (at most a third of the time that the data covers). None where the data covers too little time.
 */
export async function readChurnHistory(store: Store, timeZone: string): Promise<ChurnHistory | undefined> {
  const { first, last } = await store.one<{ first: number; last: number }>(
    'SELECT CAST(min(local_day) AS INTEGER) AS first, CAST(max(local_day) AS INTEGER) AS last FROM spend'
  );
  const days = Math.min(watchedDays, Math.floor((last - first + 1) / 3));
  const cutoff = last + 1 - days;
  if (cutoff - first < leastHistoryDays) {
    return undefined;
  }
  await store.run(`CREATE OR REPLACE TABLE work.ordered_since AS
    SELECT DISTINCT user_id FROM spend WHERE is_order = 1 AND local_day >= ${cutoff}`);
  try {
    await createSpendView(store, timeZone, cutoff);
    await store.run(`CREATE OR REPLACE TABLE work.past_features AS ${readSql('customer_features')}`);
    await store.run(`CREATE OR REPLACE TABLE work.past_rfm AS ${readSql('customer_rfm')}`);
  } finally {
    await createSpendView(store, timeZone);
  }
  const rows = await readSpendFeatures(store, { features: 'past_features', rfm: 'past_rfm' });
  const since = await store.rows<{ user_id: string }>('SELECT user_id FROM ordered_since');
  const ordered = new Set(since.map(({ user_id }) => user_id));
  return { ...rows, labels: Int8Array.from(rows.ids, (id) => (ordered.has(id) ? 0 : 1)), days };
}

/** The same columns of today's customers, in the same order, so that the model of the past can read them. */
export async function readPresent(store: Store, like: FeatureRows): Promise<FeatureRows> {
  const today = await readSpendFeatures(store, { features: 'features', rfm: 'rfm' });
  const rows = today.ids.length;
  const columns = like.table.columns.map(
    ({ name }) =>
      today.table.columns.find((column) => column.name === name) ??
      ({ name, kind: 'number', values: new Float64Array(rows).fill(NaN) } as const)
  );
  return { ids: today.ids, table: { rows, columns } };
}
