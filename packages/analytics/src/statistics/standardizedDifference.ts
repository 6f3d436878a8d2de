import { type Interval, checkConfidence } from './describe';
import { stirlingError } from './distributions/saddlePoint';
import { normalQuantile } from './normalQuantile';
import { pair, pooledVariance } from './tTest';

export interface StandardizedDifference extends Interval {
  /** Cohen's d: difference of the means ÷ pooled standard deviation */
  d: number;
  /** Hedges' g: d without its bias in small groups, whose interval is low … high */
  g: number;
}

/**
 * Cohen's d and Hedges' g of the first group against the second: exact correction (Hedges & Olkin, "Statistical Methods
 * for Meta-Analysis", 1985, ch. 5) and large-sample interval (White & Thomas 2005). Throws as Welch's test does.
 */
export function standardizedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  confidence = 0.95
): StandardizedDifference {
  checkConfidence(confidence);
  const [first, second] = pair(a, b, 'A standardised difference');
  const d = (first.mean - second.mean) / Math.sqrt(pooledVariance(first, second));
  const all = first.n + second.n;
  const g = d * bias(all - 2);
  const half =
    normalQuantile(0.5 + confidence / 2) * Math.sqrt(all / first.n / second.n + (g * g) / (2 * (all - 3.94)));
  return { d, g, low: g - half, high: g + half };
}

/** Γ(m ÷ 2) ÷ (√(m ÷ 2) Γ((m − 1) ÷ 2)) */
function bias(m: number): number {
  if (m === 2) {
    return 1 / Math.sqrt(Math.PI);
  }
  const k = m - 1;
  const exponent = stirlingError(m / 2) - stirlingError(k / 2) + (k / 2) * Math.log1p(1 / k) - 0.5;
  return Math.exp(exponent) * Math.sqrt(k / m);
}
