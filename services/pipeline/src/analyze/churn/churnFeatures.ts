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

/** Columns of one row a customer, and where they stand; `r` is the alias of the table that has every customer. */
export interface FeatureSource {
  numbers: readonly string[];
  names: readonly string[];
  from: string;
}

/** Everything known of the customers in the table `rfm`; columns without any value are left out. */
export function customerSource(store: Store, withTransactions: boolean): Promise<FeatureSource> {
  const fromSpend = withTransactions ? [...spendNumbers.map((name) => `f.${name}`), ...rfmNumbers.map((name) => `r.${name}`)] : []; // prettier-ignore
  return withValues(store, {
    numbers: [...customerNumbers.map((name) => `c.${name}`), ...fromSpend],
    names: customerNames.map((name) => `c.${name}`),
    from: `rfm r LEFT JOIN customers c ON c.user_id = r.user_id ${withTransactions ? 'LEFT JOIN features f ON f.user_id = r.user_id' : ''}`,
  });
}

/** What transactions alone say, from tables of that shape; columns without any value are left out. */
export function spendSource(store: Store, tables: { features: string; rfm: string }): Promise<FeatureSource> {
  return withValues(store, everySpend(tables));
}

/** The same columns from other tables of that shape, whatever values they have there. */
export function likeSource({ numbers }: FeatureSource, tables: { features: string; rfm: string }): FeatureSource {
  return { ...everySpend(tables), numbers };
}

/** The same with the columns that have no value, too, for a model that learnt from other data. */
export const everySpend = (tables: { features: string; rfm: string }): FeatureSource => ({
  numbers: [...spendNumbers.map((name) => `f.${name}`), ...rfmNumbers.map((name) => `r.${name}`)],
  names: [],
  from: `${tables.rfm} r LEFT JOIN ${tables.features} f ON f.user_id = r.user_id`,
});

async function withValues(store: Store, source: FeatureSource): Promise<FeatureSource> {
  const columns = [...source.numbers, ...source.names];
  const counts = columns.map((column, j) => `count(${column}) AS n${j}`);
  const known = await store.one<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${source.from}`);
  const has = (column: string): boolean => known[`n${columns.indexOf(column)}`]! > 0;
  return { ...source, numbers: source.numbers.filter(has), names: source.names.filter(has) };
}

/** Customers in order of their token. @param where condition on `r`, which chooses them; all of them where none is given */
export async function readFeatures(
  store: Store,
  { numbers, names, from }: FeatureSource,
  where = 'true'
): Promise<FeatureRows> {
  // prettier-ignore
  const { n } = await store.one<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${where}`);
  const selected = [
    // A flag is a number to the models; a missing value is NaN.
    ...numbers.map((column) => `coalesce(CAST(${column} AS DOUBLE), ${literal('nan')}::DOUBLE)`),
    ...names,
  ];
  const ids: string[] = [];
  const read = numbers.map(() => new Float64Array(n));
  const texts = names.map((): (string | null)[] => []);
  for await (const [chunkIds, ...columns] of store.columns(
    `SELECT r.user_id, ${selected.join(', ')} FROM ${from} WHERE ${where} ORDER BY r.user_id`
  )) {
    read.forEach((values, j) => values.set(columns[j] as number[], ids.length));
    texts.forEach((values, j) => values.push(...(columns[numbers.length + j] as (string | null)[])));
    ids.push(...(chunkIds as string[]));
  }
  const plain = (column: string): string => column.slice(column.indexOf('.') + 1);
  const columns = [
    ...numbers.map((column, j): Column => ({ name: plain(column), kind: 'number', values: read[j]! })),
    ...names.map((column, j): Column => ({ name: plain(column), kind: 'category', values: texts[j]! })),
  ];
  return { ids, table: tableOf(columns) };
}
