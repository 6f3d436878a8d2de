import type { CustomerHistory } from './customerHistory';

/** Earlier orders that a burst is looked for among. */
const mostOrders = 12;
/** Longer chains are more surprising than any reader or model can tell apart. */
export const surpriseLimit = 12;
/** Times have whole seconds, so orders of one second are half a second apart. */
const leastGap = 0.5;

/**
 * How improbable it is, in powers of ten, that so many orders came so fast by chance: a scan over the last orders of the
 * same visit (after Naus, JASA 1965) for the stretch that an exponential waiting time of the customer's usual `gap` makes
 * least likely. 0 where orders come no faster than usual; rows must be asked for in order.
 */
export class BurstSurprise {
  /** times of the orders of the visit so far, without the row's own */
  private readonly orders: number[] = [];

  constructor(
    private readonly history: CustomerHistory,
    private readonly visits: Int32Array,
    /** mean seconds between orders of a usual visit; 0 where that is not known */
    private readonly gap: number
  ) {}

  at(row: number): number {
    const { at, order } = this.history;
    if (row > 0 && this.visits[row] !== this.visits[row - 1]) {
      this.orders.length = 0;
    } else if (row > 0 && order[row] !== order[row - 1]) {
      this.orders.push(at[row - 1]!);
    }
    let most = 0;
    for (let k = 1; this.gap > 0 && k <= Math.min(mostOrders, this.orders.length); k++) {
      const seconds = Math.max(at[row]! - this.orders.at(-k)!, k * leastGap);
      most = Math.max(most, surprise(k, seconds / this.gap));
    }
    return Math.min(most, surpriseLimit);
  }
}

/** −log10 of the chance that the sum of k waiting times of mean 1 is at most x; 0 where x is no less than expected. */
export function surprise(k: number, x: number): number {
  if (x >= k) {
    return 0;
  }
  // P(Gamma(k) ≤ x) = e^−x x^k ÷ k! · (1 + x ÷ (k + 1) + x² ÷ ((k + 1)(k + 2)) + …)
  let sum = 1;
  let term = 1;
  for (let i = 1; term > 1e-9 * sum; i++) {
    term *= x / (k + i);
    sum += term;
  }
  return -(k * Math.log(x) - x - logFactorials[k]! + Math.log(sum)) / Math.LN10;
}

const logFactorials = Array.from({ length: mostOrders + 1 }, (_, k) =>
  Array.from({ length: k }, (_, i) => Math.log(i + 1)).reduce((sum, log) => sum + log, 0)
);
