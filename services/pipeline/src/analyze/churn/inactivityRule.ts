import { inactivityLimitDays } from '@spendscope/findings';
import type { CustomerTable } from '../customerTable';
import type { ChurnEstimate } from './churnEstimate';

/**
 * The stated rule for data that a model cannot be learnt from: with L = max(30 days, 3 × the customer's own mean
 * interval), 90 days after a single order, and x = recency ÷ L the probability is x² ÷ (1 + x²): one half at the limit.
 */
export function inactivityRule(table: CustomerTable): ChurnEstimate {
  const ratio = table.recency.map((days, row) => days / inactivityLimitDays(table.intervalHours[row]!));
  return {
    basis: 'inactivity',
    probability: ratio.map((x) => (x * x) / (1 + x * x)),
    gone: (row) => ratio[row]! >= 1,
    explanation: () => undefined,
    reasons: (row) => {
      if (ratio[row]! < 1) {
        return [];
      }
      return [Number.isNaN(table.intervalHours[row]!) ? 'single_order_long_ago' : 'silent_beyond_own_interval'];
    },
  };
}
