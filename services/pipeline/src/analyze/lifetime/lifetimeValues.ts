import {
  AnalyticsError,
  type BetaGeometric,
  type GammaGamma,
  Random,
  drawRows,
  fitBetaGeometric,
  fitGammaGamma,
  lifetimeValue,
} from '@spendscope/analytics';
import { count } from '@spendscope/findings';
import { type Purchases, slicePurchases, takePurchases } from './readPurchases';

export interface Lifetime {
  /** of each customer over {@link horizon}, in the data's currency; absent where nothing could be learnt */
  value?: Float64Array;
  /** customers that the models learnt from */
  learnt: number;
  /** said in the run: what the values rest on, or why there are none */
  note: string;
}

interface LifetimeOptions {
  seed: number;
  /** customers that the models learn from at most: a sample gives the same seven parameters to two digits */
  mostLearnt?: number;
  /** told before each part; may throw to stop */
  onPart: (done: number, total: number) => Promise<void>;
}

/** A year, in months of equal length, at 1 % a month. */
const horizon = { periods: 12, period: 365 / 12, discount: 0.01 };
const mostLearntCustomers = 50_000;
/** Customers whose values are computed between two looks at the clock. */
const partRows = 20_000;

/**
 * Discounted worth of each customer's further orders: BG/NBD says how many come, Gamma-Gamma of which amount. Where
 * the data cannot tell (nobody bought on two days, amounts of nothing, no likely parameters) there are no values.
 */
export async function lifetimeValues(
  purchases: Purchases,
  { seed, mostLearnt = mostLearntCustomers, onPart }: LifetimeOptions
): Promise<Lifetime> {
  const customers = purchases.age.length;
  const learnt = Math.min(customers, mostLearnt);
  const models = learn(takePurchases(purchases, drawRows(customers, learnt, new Random(seed, 5))));
  if (typeof models === 'string') {
    return { learnt, note: `No lifetime values: ${models}` };
  }
  const value = new Float64Array(customers);
  for (let from = 0; from < customers; from += partRows) {
    await onPart(from, customers);
    const part = slicePurchases(purchases, from, Math.min(from + partRows, customers));
    value.set(lifetimeValue(models.orders, models.amounts, part, part.means, horizon), from);
  }
  if (!value.every((each) => Number.isFinite(each) && each >= 0)) {
    return { learnt, note: 'No lifetime values: what was learnt gives numbers that are none.' };
  }
  const mean = value.reduce((sum, each) => sum + each, 0) / customers;
  const from = learnt < customers ? `${count(learnt, 'en')} of ${count(customers, 'en')} customers, drawn at random` : `${count(customers, 'en')} customers`; // prettier-ignore
  return { value, learnt, note: `Learnt from ${from}: mean ${mean.toPrecision(4)} over a year.` };
}

/** Both models, or why there are none. */
function learn(purchases: Purchases): { orders: BetaGeometric; amounts: GammaGamma } | string {
  try {
    const orders = fitBetaGeometric(purchases);
    const amounts = fitGammaGamma(purchases.frequency, purchases.means);
    if (!orders.converged || !amounts.converged) {
      return `the model of ${orders.converged ? 'amounts' : 'orders'} found no likeliest parameters.`;
    }
    // Up to q = 1 the spread of amounts between customers has no mean.
    return amounts.q > 1 ? { orders, amounts } : 'amounts differ too much between customers to have a mean.';
  } catch (error) {
    if (error instanceof AnalyticsError) {
      return error.message;
    }
    throw error;
  }
}
