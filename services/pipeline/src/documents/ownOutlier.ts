import { madToSigma, robustScale, robustZ } from '@spendscope/analytics';
import { transactionTypes } from '@spendscope/contracts';
import type { CustomerHistory } from '../analyze/detect/customerHistory';
import { orderTypes } from '../analyze/spendView';
import { literal } from '../store/sqlText';

/** Fewer orders say nothing of what is usual. */
const leastOrders = 5;
/** Iglewicz & Hoaglin, 1993 */
const threshold = 3.5;
const orders = orderTypes.map(literal).join(', ');
const orderPlaces = new Set(orderTypes.map((type) => transactionTypes.indexOf(type)));

/** Makes the table `own_bounds(user_id, low, high)`: amounts outside are outliers of their customer's own orders. */
export const ownBoundsTableSql = (): string =>
  `CREATE OR REPLACE TABLE work.own_bounds AS
    SELECT user_id, middle - ${threshold * madToSigma} * spread AS low, middle + ${threshold * madToSigma} * spread AS high
    FROM (SELECT user_id, median(amount) AS middle, mad(amount) AS spread, count(*) AS n
          FROM transactions WHERE type IN (${orders}) GROUP BY user_id)
    WHERE n >= ${leastOrders} AND spread > 0`;

/** Whether the transaction `t` is outside the bounds `b`: true, else NULL. */
export const ownOutlierSql = `CASE WHEN t.type IN (${orders}) AND (t.amount < b.low OR t.amount > b.high) THEN true END`;

/** The same of the last transaction of a history, against those before it; the scale of an all but constant past is none. */
export function lastIsOwnOutlier({ amount, type, count }: CustomerHistory): boolean {
  const isOrder = (place: number): boolean => orderPlaces.has(type[place]!);
  const last = count - 1;
  const past = amount.slice(0, last).filter((_, place) => isOrder(place));
  if (!isOrder(last) || past.length < leastOrders) {
    return false;
  }
  const scale = robustScale(past);
  return scale.mad > 0 && Math.abs(robustZ(amount[last]!, scale)) > threshold;
}
