import { distinctCounts } from './distinctCounts';
import { logGamma } from './logGamma';
import { nelderMead } from './nelderMead';
import { type PurchaseHistory, checkPurchases } from './purchases';

/**
 * BG/NBD: purchases come at a rate that differs between customers by a gamma(r, alpha), and after each the customer may
 * leave for good with a probability that differs by a beta(a, b).
 */
export interface BetaGeometric {
  kind: 'bg_nbd';
  version: 1;
  r: number;
  alpha: number;
  a: number;
  b: number;
  logLikelihood: number;
  converged: boolean;
}

/**
 * Fits BG/NBD by maximum likelihood (Fader, Hardie & Lee, "Counting your customers the easy way", Marketing Science
 * 2005, equation 6), in logarithms of the parameters and with time scaled to a mean age of 1.
 */
export function fitBetaGeometric(history: PurchaseHistory): BetaGeometric {
  checkPurchases(history);
  const scale = history.age.reduce((sum, age) => sum + age, 0) / history.age.length || 1;
  const scaled = { ...history, recency: history.recency.map((t) => t / scale), age: history.age.map((t) => t / scale) };
  const customers = history.age.length;
  const distinct = distinctCounts(history.frequency);
  const { at, value, converged } = nelderMead(
    (logs) => -logLikelihood(scaled, distinct, logs.map(Math.exp)) / customers,
    [0, 0, 0, 0]
  );
  const [r, alpha, a, b] = at.map(Math.exp) as unknown as [number, number, number, number];
  const repeats = history.frequency.reduce((sum, count) => sum + count, 0);
  return { kind: 'bg_nbd', version: 1, r, alpha: alpha * scale, a, b, logLikelihood: -value * customers - repeats * Math.log(scale), converged }; // prettier-ignore
}

function logLikelihood(
  { frequency, recency, age }: PurchaseHistory,
  { counts, placeOf }: ReturnType<typeof distinctCounts>,
  parameters: Float64Array
): number {
  const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
  const constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  const ofCount = counts.map((x) => constant + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x));
  let sum = 0;
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    const alive = -(r + x) * Math.log(alpha + age[i]!);
    sum += ofCount[placeOf[i]!]!;
    if (x === 0) {
      sum += alive;
      continue;
    }
    const left = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency[i]!);
    const greater = Math.max(alive, left);
    sum += greater + Math.log(Math.exp(alive - greater) + Math.exp(left - greater));
  }
  return sum;
}

/** Chance that each customer has not left yet; 1 before the first repeat, as the model has it. */
export function aliveProbability(
  { r, alpha, a, b }: BetaGeometric,
  { frequency, recency, age }: PurchaseHistory
): Float64Array {
  // prettier-ignore
  return frequency.map((x, i) =>
    x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + age[i]!) / (alpha + recency[i]!)) ** (r + x))
  );
}

/** Purchases expected of each customer in the time `horizon` that follows (equation 10). */
export function expectedPurchases(model: BetaGeometric, history: PurchaseHistory, horizon: number): Float64Array {
  const { r, alpha, a, b } = model;
  const alive = aliveProbability(model, history);
  return history.frequency.map((x, i) => {
    const whole = alpha + history.age[i]! + horizon;
    const series = hypergeometric(r + x, b + x, a + b + x - 1, horizon / whole);
    const lost = 1 - ((whole - horizon) / whole) ** (r + x) * series;
    return ((a + b + x - 1) / (a - 1)) * lost * alive[i]!;
  });
}

/** ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its series. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 100_000 && Math.abs(term) > 1e-16 * Math.abs(sum); k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
  }
  return sum;
}
