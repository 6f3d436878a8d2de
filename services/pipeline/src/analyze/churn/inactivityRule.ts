import type { CustomerTable } from '../customerTable';
import type { ChurnEstimate } from './churnEstimate';

/** Least days without an order before anybody counts as gone. */
const leastLimitDays = 30;
/** Multiple of a customer's own mean interval between orders that counts as gone. */
const ownIntervals = 3;
/** Limit for customers with a single order, who have no interval of their own. */
const singleOrderLimitDays = 90;

/**
 * The stated rule for data that a model cannot be learnt from: with L = max(30 days, 3 × the customer's own mean
 * interval), 90 days after a single order, and x = recency ÷ L the probability is x² ÷ (1 + x²): one half at the limit.
 */
export function inactivityRule(table: CustomerTable): ChurnEstimate {
  const ratio = table.recency.map((days, row) => days / inactivityLimit(table, row));
  return {
    basis: 'inactivity',
    probability: ratio.map((x) => (x * x) / (1 + x * x)),
    gone: (row) => ratio[row]! >= 1,
    reasons: (row) => {
      if (ratio[row]! < 1) {
        return [];
      }
      return [Number.isNaN(table.intervalHours[row]!) ? 'single_order_long_ago' : 'silent_beyond_own_interval'];
    },
  };
}

function inactivityLimit(table: CustomerTable, row: number): number {
  const hours = table.intervalHours[row]!;
  return Number.isNaN(hours) ? singleOrderLimitDays : Math.max(leastLimitDays, (ownIntervals * hours) / 24);
}
