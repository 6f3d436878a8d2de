import type { Store } from '../store/store';
import { moneySql } from './finding';

/** Days of a year and of the quarter by which nearness to a border is judged. */
export const yearDays = 365;
export const quarterDays = 90;

/**
 * Fills, from the view `spend`, the tables that findings read: `customer_years` (spend in the last 365 and 90 days, now and
 * 90 days before), `category_months` and `category_buyers` (of the last 365 days). Money of the latter two is in thousandths:
 * further sums of whole numbers are the same in whatever order rows come.
 *
 * @param last the last local day with a transaction
 */
export async function prepareSpend(store: Store, last: number): Promise<void> {
  const within = (days: number, before: number): string =>
    `local_day > ${last - before - days} AND local_day <= ${last - before}`;
  await store.run(`CREATE OR REPLACE TABLE work.customer_years AS
    SELECT user_id,
      ${moneySql(within(yearDays, 0))} AS year_spend, ${moneySql(within(quarterDays, 0))} AS quarter_spend,
      ${moneySql(within(yearDays, quarterDays))} AS earlier_year, ${moneySql(within(quarterDays, quarterDays))} AS earlier_quarter
    FROM spend WHERE is_spend = 1 GROUP BY user_id`);
  await store.run(`CREATE OR REPLACE TABLE work.category_months AS
    SELECT CAST(date_trunc('month', DATE '1970-01-01' + CAST(local_day AS INTEGER)) AS DATE) AS month,
      category_large AS large, category_mid AS mid, sum(mills) AS mills
    FROM spend WHERE is_spend = 1 AND coalesce(category_large, category_mid) IS NOT NULL GROUP BY ALL`);
  await store.run(`CREATE OR REPLACE TABLE work.category_buyers AS
    SELECT user_id, coalesce(category_mid, category_large) AS category, sum(mills) AS mills
    FROM spend WHERE is_spend = 1 AND coalesce(category_mid, category_large) IS NOT NULL AND ${within(yearDays, 0)}
    GROUP BY ALL HAVING sum(mills) > 0`);
}
