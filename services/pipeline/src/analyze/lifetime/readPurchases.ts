import type { PurchaseHistory } from '@spendscope/analytics';
import type { Store } from '../../store/store';
import type { GivenFeatures } from '../given/findGiven';
import { givenName } from '../given/loadGiven';
import { readSql } from '../readSql';

/** Repeat purchases by day of customers in order of their token. */
export interface Purchases extends PurchaseHistory {
  /** mean amount of a day after the first; 0 where there is none */
  means: Float64Array;
}

/**
 * @param customers rows of the table `rfm`: those with an order
 * @param given the purchase days may be among tables that were computed elsewhere, where some customers may be missing
 */
export async function readPurchases(store: Store, customers: number, given?: GivenFeatures): Promise<Purchases> {
  // Streams read tables, not the view that the statement needs.
  const days = given?.files.has('purchase_days')
    ? `SELECT * FROM rfm LEFT JOIN ${givenName('purchase_days')} USING (user_id)`
    : readSql('purchase_days');
  await store.run(`CREATE OR REPLACE TABLE work.purchase_days AS ${days}`);
  const column = (): Float64Array => new Float64Array(customers);
  const [frequency, recency, age, means] = [column(), column(), column(), column()];
  let done = 0;
  const numbers = ['again', 'last_age', 'age', 'mean_again'].map((name) => `coalesce(CAST(${name} AS DOUBLE), 0)`);
  for await (const columns of store.columns(`SELECT ${numbers.join(', ')} FROM purchase_days ORDER BY user_id`)) {
    [frequency, recency, age, means].forEach((values, j) => values.set(columns[j] as number[], done));
    done += columns[0]!.length;
  }
  await store.run('DROP TABLE work.purchase_days');
  return { frequency, recency, age, means };
}

/** Some of the customers. */
export function takePurchases({ frequency, recency, age, means }: Purchases, rows: readonly number[]): Purchases {
  const taken = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
  return { frequency: taken(frequency), recency: taken(recency), age: taken(age), means: taken(means) };
}

/** Neighbouring customers, without a copy. */
export function slicePurchases({ frequency, recency, age, means }: Purchases, from: number, to: number): Purchases {
  const part = (values: Float64Array): Float64Array => values.subarray(from, to);
  return { frequency: part(frequency), recency: part(recency), age: part(age), means: part(means) };
}
