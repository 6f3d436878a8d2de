import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import type { GivenFeatures, GivenTable } from './given/findGiven';
import { givenName, loadGiven } from './given/loadGiven';
import { readSql } from './readSql';
import { createActionView } from './spendView';
import { updateFeatures } from './updateFeatures';

/** Customers that have recency, frequency and monetary value, as columns in order of their id. */
export interface CustomerTable {
  ids: string[];
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
  /** mean hours between orders; NaN with fewer than two */
  intervalHours: Float64Array;
  /** observed label: 1 churned, 0 not, NaN unknown */
  churned: Float64Array;
}

/** Where R, F and M come from. */
export type RfmSource =
  | {
      kind: 'transactions';
      timeZone: string;
      /** tables that were computed elsewhere; the others are computed here */
      given?: GivenFeatures;
      /** told of customers that are only here or only there */
      onNote?: (line: string) => void;
    }
  /** columns of the customers that stand in, because there are no transactions */
  | { kind: 'proxy'; recency: string; frequency: string; monetary: string };

/** The stand-ins for a table of customers only, said in the run and in the README. */
export const shopProxy: RfmSource = {
  kind: 'proxy',
  recency: 'days_since_order',
  frequency: 'orders',
  monetary: 'cashback',
};

/** Fills, from the view `spend` and the actions, the temporary tables `features` and `rfm` and reads what the segmentation needs. */
export async function loadCustomerTable(store: Store, source: RfmSource): Promise<CustomerTable> {
  if (source.kind === 'transactions') {
    await createActionView(store, source.timeZone);
    const { given, onNote } = source;
    if (given) {
      (await loadGiven(store, given)).forEach((line) => onNote?.(line));
    } else {
      await updateFeatures(store);
    }
    const rowsOf = (table: GivenTable): string =>
      given?.files.has(table) ? `SELECT * FROM ${givenName(table)}` : readSql(table);
    await store.run(`CREATE OR REPLACE TABLE work.customer_actions AS ${rowsOf('customer_actions')}`);
    const features = given ? `work.${givenName('customer_features')}` : 'customer_features';
    // A view: a copy of what is kept would cost a tenth of all features.
    await store.run(`CREATE OR REPLACE VIEW work.features AS SELECT f.*, a.* EXCLUDE (user_id)
      FROM ${features} f LEFT JOIN work.customer_actions a ON a.user_id = f.user_id`);
    await store.run(`CREATE OR REPLACE TABLE work.rfm AS ${rowsOf('customer_rfm')}`);
    await store.run(`CREATE OR REPLACE TABLE work.top_category AS ${rowsOf('top_category')}`);
  } else {
    const { recency, frequency, monetary } = source;
    // A missing stand-in takes the median, so that the customer is not lost; features stay as they came.
    const filled = (column: string): string => `coalesce(${column}, (SELECT median(${column}) FROM customers))`;
    await store.run('CREATE OR REPLACE TABLE work.no_features (user_id VARCHAR, interval_mean_hours DOUBLE)');
    await store.run('CREATE OR REPLACE VIEW work.features AS SELECT * FROM work.no_features');
    await store.run('CREATE OR REPLACE TABLE work.top_category (user_id VARCHAR, top_category VARCHAR)');
    await store.run(`CREATE OR REPLACE TABLE work.rfm AS
      SELECT user_id, ${filled(recency)} AS recency, ${filled(frequency)} AS frequency, ${filled(monetary)} AS monetary
      FROM customers`);
  }
  return readColumns(store);
}

async function readColumns(store: Store): Promise<CustomerTable> {
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM rfm');
  const column = (): Float64Array => new Float64Array(n);
  const table: CustomerTable = {
    ids: [],
    recency: column(),
    frequency: column(),
    monetary: column(),
    intervalHours: column(),
    churned: column(),
  };
  const numbers = [table.recency, table.frequency, table.monetary, table.intervalHours, table.churned];
  const sql = `SELECT r.user_id, CAST(r.recency AS DOUBLE), CAST(r.frequency AS DOUBLE), CAST(r.monetary AS DOUBLE),
      coalesce(CAST(f.interval_mean_hours AS DOUBLE), ${literal('nan')}::DOUBLE), coalesce(CAST(c.churned AS INTEGER)::DOUBLE, ${literal('nan')}::DOUBLE)
    FROM rfm r LEFT JOIN features f ON f.user_id = r.user_id LEFT JOIN customers c ON c.user_id = r.user_id
    ORDER BY r.user_id`;
  for await (const [ids, ...values] of store.columns(sql)) {
    const from = table.ids.length;
    table.ids.push(...(ids as string[]));
    values.forEach((list, j) => numbers[j]!.set(list as number[], from));
  }
  return table;
}
