import { type Column, type Table, tableOf } from '@spendscope/analytics';
import { literal } from '../../store/sqlText';
import type { Store } from '../../store/store';

/** Columns of the customers that say nothing about the label but what was known of the customer. */
const customerNumbers = [
  'age', 'children', 'tenure_months', 'city_tier', 'warehouse_distance', 'app_hours', 'devices', 'satisfaction',
  'addresses', 'complained', 'order_growth', 'coupons', 'orders', 'days_since_order', 'cashback', 'digital_member',
] as const; // prettier-ignore
const customerNames = [
  'grade', 'sex', 'region', 'life_stage', 'card_product', 'device', 'payment', 'preferred_category', 'marital_status',
] as const; // prettier-ignore
/** Columns that the feature file computes from transactions. */
const spendNumbers = [
  'transactions', 'amount_mean', 'amount_max', 'amount_std', 'amount_median', 'amount_mad', 'amount_mean_typical',
  'amount_outlier_share', 'interval_mean_hours', 'interval_min_hours', 'interval_burstiness', 'speed_max_kmh', 'night_share', 'weekend_share', 'online_share', 'merchants', 'categories', 'ips', 'countries',
] as const; // prettier-ignore
const rfmNumbers = ['recency', 'frequency', 'monetary'] as const;

/** Columns of numbers that a model of churn may ask for. */
export const churnNumbers: readonly string[] = [...customerNumbers, ...spendNumbers, ...rfmNumbers];

export interface FeatureRows {
  ids: string[];
  table: Table;
}

/** Everything known of the customers in the table `rfm`, in order of their id; columns without any value are left out. */
export async function readCustomerFeatures(store: Store, withTransactions: boolean): Promise<FeatureRows> {
  const fromSpend = withTransactions ? [...spendNumbers.map((name) => `f.${name}`), ...rfmNumbers.map((name) => `r.${name}`)] : []; // prettier-ignore
  return readFeatures(store, {
    numbers: [...customerNumbers.map((name) => `c.${name}`), ...fromSpend],
    names: customerNames.map((name) => `c.${name}`),
    from: `rfm r LEFT JOIN customers c ON c.user_id = r.user_id ${withTransactions ? 'LEFT JOIN features f ON f.user_id = r.user_id' : ''}`,
  });
}

/** What transactions alone say, from tables of that shape. */
export async function readSpendFeatures(store: Store, tables: { features: string; rfm: string }): Promise<FeatureRows> {
  return readFeatures(store, {
    numbers: [...spendNumbers.map((name) => `f.${name}`), ...rfmNumbers.map((name) => `r.${name}`)],
    names: [],
    from: `${tables.rfm} r LEFT JOIN ${tables.features} f ON f.user_id = r.user_id`,
  });
}

async function readFeatures(
  store: Store,
  { numbers, names, from }: { numbers: readonly string[]; names: readonly string[]; from: string }
): Promise<FeatureRows> {
  const selected = [
    // A flag is a number to the models; a missing value is NaN.
    ...numbers.map((column) => `coalesce(CAST(${column} AS DOUBLE), ${literal('nan')}::DOUBLE)`),
    ...names,
  ];
  const ids: string[] = [];
  const values: unknown[][] = selected.map(() => []);
  for await (const [chunkIds, ...columns] of store.columns(
    `SELECT r.user_id, ${selected.join(', ')} FROM ${from} ORDER BY r.user_id`
  )) {
    // prettier-ignore
    ids.push(...(chunkIds as string[]));
    columns.forEach((list, j) => {
      for (const value of list) {
        values[j]!.push(value);
      }
    });
  }
  const plain = (column: string): string => column.slice(column.indexOf('.') + 1);
  const columns = [
    ...numbers.map((column, j): Column => ({ name: plain(column), kind: 'number', values: Float64Array.from(values[j] as number[]) })), // prettier-ignore
    ...names.map((column, j): Column => ({ name: plain(column), kind: 'category', values: values[numbers.length + j] as (string | null)[] })), // prettier-ignore
  ];
  return { ids, table: tableOf(columns.filter(hasValues)) };
}

function hasValues(column: Column): boolean {
  return column.kind === 'number' ? column.values.some((value) => !Number.isNaN(value)) : column.values.some((value) => value !== null); // prettier-ignore
}
