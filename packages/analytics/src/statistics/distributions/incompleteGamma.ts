import { continuedFraction } from './continuedFraction';
import { deviance, stirlingError } from './saddlePoint';
import { type Tails, lowerOf, upperOf } from './tails';

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x), a > 0, x ≥ 0: the series DLMF 8.7.1 below a + 1, the
 * continued fraction DLMF 8.9.2 above, their common factor in saddle-point form. The steps grow with √a near x = a.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x === 0) {
    return { lower: 0, upper: 1 };
  }
  if (x === Infinity) {
    return { lower: 1, upper: 0 };
  }
  // xᵃ e⁻ˣ ÷ Γ(a)
  const factor = Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));
  if (x < a + 1) {
    return lowerOf(factor * series(a, x));
  }
  return upperOf(factor / continuedFraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]));
}

/** Σ xᵏ ÷ (a (a + 1) … (a + k)) */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}
