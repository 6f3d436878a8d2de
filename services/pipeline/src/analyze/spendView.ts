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

/** What DuckDB and Spark call otherwise, of a timestamp `ts` in UTC. `zone` is a literal, or a parameter. */
interface Dialect {
  seconds: string;
  local: (zone: string) => string;
  isoWeekday: (local: string) => string;
  /** since 1970 */
  day: (local: string) => string;
}

const dialects = {
  duckdb: {
    seconds: 'epoch(ts)',
    local: (zone) => `((ts AT TIME ZONE 'UTC') AT TIME ZONE ${zone})`,
    isoWeekday: (local) => `isodow(${local})`,
    day: (local) => `date_diff('day', DATE '1970-01-01', CAST(${local} AS DATE))`,
  },
  /** In a session whose time zone is UTC. */
  spark: {
    seconds: 'unix_micros(ts) / 1000000',
    local: (zone) => `from_utc_timestamp(ts, ${zone})`,
    isoWeekday: (local) => `(weekday(${local}) + 1)`,
    day: (local) => `datediff(CAST(${local} AS DATE), DATE '1970-01-01')`,
  },
} satisfies Record<string, Dialect>;

/** What the view `spend` shows, which the feature files read. Engines differ here, so that the files need not. */
export function spendSelect(engine: keyof typeof dialects, zone: string): string {
  const { seconds, local, isoWeekday, day } = dialects[engine];
  const orders = orderTypes.map(literal).join(', ');
  return `SELECT user_id, transaction_id, coalesce(order_id, transaction_id) AS order_key, ${seconds} AS seconds,
      extract(hour FROM ${local(zone)}) AS local_hour, ${isoWeekday(local(zone))} AS iso_weekday,
      ${day(local(zone))} AS local_day,
      amount, ${thousandths('amount')} AS mills,
      CASE WHEN type IN (${orders}) THEN 1 ELSE 0 END AS is_order,
      CASE WHEN type IN (${orders}, 'refund', 'win') THEN 1 ELSE 0 END AS is_spend,
      CASE WHEN channel IN ('online', 'app', 'web', 'mobile') THEN 1e0 WHEN channel IS NOT NULL THEN 0e0 END AS online,
      merchant, category_large, category_mid, ip, country, lat, lon
    FROM transactions`;
}

/** What the view `action_log` shows, which `customer_actions.sql` reads. */
export function actionSelect(engine: keyof typeof dialects, zone: string): string {
  const { local, day } = dialects[engine];
  return `SELECT user_id, action, ${day(local(zone))} AS local_day FROM actions`;
}

/**
 * Makes the temporary view `spend` that the feature files read.
 *
 * @param beforeDay shows the past only: transactions before this local day, counted from 1970
 */
export async function createSpendView(store: Pick<Store, 'run'>, timeZone: string, beforeDay?: number): Promise<void> {
  const { local, day } = dialects.duckdb;
  const zone = literal(timeZone);
  const past = beforeDay === undefined ? '' : ` WHERE ${day(local(zone))} < ${beforeDay}`;
  await store.run(`CREATE OR REPLACE TEMP VIEW spend AS ${spendSelect('duckdb', zone)}${past}`);
}

/** Makes the temporary view `action_log` that `customer_actions.sql` reads. */
export async function createActionView(store: Pick<Store, 'run'>, timeZone: string): Promise<void> {
  await store.run(`CREATE OR REPLACE TEMP VIEW action_log AS ${actionSelect('duckdb', literal(timeZone))}`);
}
