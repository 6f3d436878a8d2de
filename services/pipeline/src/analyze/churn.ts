import type { CustomerTable } from './customerTable';

export type ChurnBasis = 'label' | 'inactivity';

export interface ChurnEstimate {
  basis: ChurnBasis;
  /** 0 to 1 */
  probability: Float64Array;
  /** why, as codes for filters */
  reasons: (row: number) => string[];
}

/** Least days without an order before anybody counts as gone. */
const leastLimitDays = 30;
/** Multiple of a customer's own mean interval between orders that counts as gone. */
const ownIntervals = 3;
/** Limit for customers with a single order, who have no interval of their own. */
const singleOrderLimitDays = 90;

/**
 * First version of the churn probability. Where the data has an observed label it is the label itself (0 or 1). Else a
 * stated rule of inactivity: with L = max(30 days, 3 × the customer's own mean interval), 90 days after a single order,
 * and x = recency ÷ L the probability is x² ÷ (1 + x²): one half at the limit.
 */
export function estimateChurn(table: CustomerTable): ChurnEstimate {
  return table.churned.some((label) => !Number.isNaN(label)) ? byLabel(table) : byInactivity(table);
}

function byLabel(table: CustomerTable): ChurnEstimate {
  const known = table.churned.filter((label) => !Number.isNaN(label));
  const share = known.reduce((sum, label) => sum + label, 0) / known.length;
  return {
    basis: 'label',
    // A customer without a label gets the share of those who have one.
    probability: table.churned.map((label) => (Number.isNaN(label) ? share : label)),
    reasons: (row) => (table.churned[row] === 1 ? ['observed_churn'] : []),
  };
}

function byInactivity(table: CustomerTable): ChurnEstimate {
  const ratio = table.recency.map((days, row) => days / inactivityLimit(table, row));
  return {
    basis: 'inactivity',
    probability: ratio.map((x) => (x * x) / (1 + x * x)),
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
