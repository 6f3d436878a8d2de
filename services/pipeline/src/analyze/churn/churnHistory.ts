import type { Labels } from '@spendscope/analytics';
import type { Store } from '../../store/store';
import { readSql } from '../readSql';
import { createSpendView } from '../spendView';
import { type FeatureSource, spendSource } from './churnFeatures';

/** Where it is said how customers were on a day in the past, and whether they ordered after it. */
export interface ChurnHistory {
  /** tokens of the customers, in their order */
  ids: string[];
  /** 1 where no order came in the days that followed */
  labels: Labels;
  /** what was known of them on that day */
  source: FeatureSource;
  /** days that were watched for an order */
  days: number;
}

/** Days without an order that count as having left. */
export const watchedDays = 90;
/** History that features need before the watch begins. */
export const leastHistoryDays = 60;

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
  const tables = { features: 'past_features', rfm: 'past_rfm' };
  const known = await labelsAfter(store, timeZone, { cutoff, days, tables });
  return { ...known, source: await spendSource(store, tables), days };
}

export interface OutcomeWindow {
  /** local day, counted from 1970: features know what came before it, labels what came from it on */
  cutoff: number;
  /** days that are watched for an order */
  days: number;
  /** working tables that are made: features and recency, frequency, monetary value as of the cutoff */
  tables: { features: string; rfm: string };
}

/** Customers as they were before a day, and who did not order in the days from it on. Leaves the view `spend` whole. */
export async function labelsAfter(
  store: Store,
  timeZone: string,
  { cutoff, days, tables }: OutcomeWindow
): Promise<Pick<ChurnHistory, 'ids' | 'labels'>> {
  await store.run(`CREATE OR REPLACE TABLE work.ordered_since AS
    SELECT DISTINCT user_id FROM spend WHERE is_order = 1 AND local_day >= ${cutoff} AND local_day < ${cutoff + days}`);
  try {
    await createSpendView(store, timeZone, cutoff);
    await store.run(`CREATE OR REPLACE TABLE work.${tables.features} AS ${readSql('customer_features')}`);
    await store.run(`CREATE OR REPLACE TABLE work.${tables.rfm} AS ${readSql('customer_rfm')}`);
  } finally {
    await createSpendView(store, timeZone);
  }
  const ids: string[] = [];
  const labels: number[] = [];
  for await (const [tokens, gone] of store.columns(
    `SELECT r.user_id, CAST(o.user_id IS NULL AS INTEGER) FROM ${tables.rfm} r
     LEFT JOIN ordered_since o ON o.user_id = r.user_id ORDER BY r.user_id`
  )) {
    // prettier-ignore
    ids.push(...(tokens as string[]));
    labels.push(...(gone as number[]));
  }
  return { ids, labels: Int8Array.from(labels) };
}
