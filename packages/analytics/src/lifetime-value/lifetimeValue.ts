import { AnalyticsError } from '../analyticsError';
import { type BetaGeometric, expectedPurchases } from './betaGeometric';
import { type GammaGamma, expectedAmounts } from './gammaGamma';
import type { PurchaseHistory } from './purchases';

export interface LifetimeOptions {
  /** number of periods to look ahead */
  periods: number;
  /** length of a period, in the unit of the history */
  period: number;
  /** discount of a period; 0.01 */
  discount?: number;
}

/** Discounted value of each customer's further purchases: Σ over periods of purchases × amount ÷ (1 + discount)^period. */
export function lifetimeValue(
  purchases: BetaGeometric,
  amounts: GammaGamma,
  history: PurchaseHistory,
  means: Float64Array,
  { periods, period, discount = 0.01 }: LifetimeOptions
): Float64Array {
  if (!(Number.isInteger(periods) && periods >= 1 && period > 0 && discount >= 0)) {
    throw new AnalyticsError('bad_option', 'Lifetime value needs a period or more, of a length above 0, and a discount from 0 on.'); // prettier-ignore
  }
  const amount = expectedAmounts(amounts, history.frequency, means);
  const value = new Float64Array(amount.length);
  let before = new Float64Array(amount.length);
  for (let i = 1; i <= periods; i++) {
    const until = expectedPurchases(purchases, history, i * period);
    until.forEach((count, row) => (value[row]! += (amount[row]! * (count - before[row]!)) / (1 + discount) ** i));
    before = until as Float64Array<ArrayBuffer>;
  }
  return value;
}
