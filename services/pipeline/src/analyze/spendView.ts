import { literal } from '../store/sqlText';
import type { Store } from '../store/store';

/** Types that are an order of the customer's own: they make frequency and, less refunds and wins, monetary value. */
export const orderTypes = ['purchase', 'bet', 'cash_advance'] as const;

/**
 * A number as whole thousandths. Sums of fractions depend in their last digits on which row a thread meets first; those of
 * whole numbers do not, so that the same rows give the same features bit for bit. Beyond 10^14, which no amount is, NULL.
 */
const thousandths = (value: string): string =>
  `CASE WHEN abs(${value}) < 1e14 THEN CAST(round(${value} * 1000) AS DECIMAL(18, 0)) END`;

/**
 * Makes the temporary view `spend` that the feature files read. What differs between DuckDB and Spark (time zones,
 * day numbers) is here, so that the files need not change.
 *
 * @param beforeDay shows the past only: transactions before this local day, counted from 1970
 */
export async function createSpendView(store: Pick<Store, 'run'>, timeZone: string, beforeDay?: number): Promise<void> {
  const local = `((ts AT TIME ZONE 'UTC') AT TIME ZONE ${literal(timeZone)})`;
  const orders = orderTypes.map(literal).join(', ');
  await store.run(`CREATE OR REPLACE TEMP VIEW spend AS
    SELECT user_id, transaction_id, coalesce(order_id, transaction_id) AS order_key, epoch(ts) AS seconds,
      extract(hour FROM ${local}) AS local_hour, isodow(${local}) AS iso_weekday,
      date_diff('day', DATE '1970-01-01', CAST(${local} AS DATE)) AS local_day,
      amount, ${thousandths('amount')} AS mills,
      CASE WHEN type IN (${orders}) THEN 1 ELSE 0 END AS is_order,
      CASE WHEN type IN (${orders}, 'refund', 'win') THEN 1 ELSE 0 END AS is_spend,
      CASE WHEN channel IN ('online', 'app', 'web', 'mobile') THEN 1.0 WHEN channel IS NOT NULL THEN 0.0 END AS online,
      merchant, category_large, category_mid, ip, country, lat, lon
    FROM transactions${beforeDay === undefined ? '' : ` WHERE date_diff('day', DATE '1970-01-01', CAST(${local} AS DATE)) < ${beforeDay}`}`);
}

/** Makes the temporary view `action_log` that `customer_actions.sql` reads. */
export async function createActionView(store: Pick<Store, 'run'>, timeZone: string): Promise<void> {
  await store.run(`CREATE OR REPLACE TEMP VIEW action_log AS
    SELECT user_id, action,
      date_diff('day', DATE '1970-01-01', CAST(((ts AT TIME ZONE 'UTC') AT TIME ZONE ${literal(timeZone)}) AS DATE)) AS local_day
    FROM actions`);
}
