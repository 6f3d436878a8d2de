import { AnalyticsError } from '../analyticsError';

/** What customers bought, one place each; times in any one unit, from the customer's first purchase on. */
export interface PurchaseHistory {
  /** purchases after the first, days with several counted once */
  frequency: Float64Array;
  /** time of the last purchase; 0 without a repeat */
  recency: Float64Array;
  /** time until the end of observation */
  age: Float64Array;
}

/** @throws AnalyticsError where nothing was bought again, or times are out of order */
export function checkPurchases({ frequency, recency, age }: PurchaseHistory): void {
  if (frequency.length === 0) {
    throw new AnalyticsError('empty', 'Customer lifetime value needs at least one customer.');
  }
  if (recency.length !== frequency.length || age.length !== frequency.length) {
    throw new AnalyticsError('shape', 'Frequency, recency and age must have one place for each customer.');
  }
  for (let i = 0; i < frequency.length; i++) {
    const fits = Number.isInteger(frequency[i]!) && frequency[i]! >= 0 && recency[i]! >= 0 && age[i]! >= recency[i]!;
    if (!fits || !Number.isFinite(age[i]!)) {
      throw new AnalyticsError('not_finite', `Customer ${i}: frequency ${frequency[i]}, recency ${recency[i]}, age ${age[i]} do not fit together.`); // prettier-ignore
    }
  }
  if (!frequency.some((count) => count > 0)) {
    throw new AnalyticsError('too_few_rows', 'No customer bought twice: there is nothing to learn repeat purchases from.'); // prettier-ignore
  }
}
