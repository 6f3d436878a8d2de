import { incompleteBeta } from './incompleteBeta';
import { incompleteGamma } from './incompleteGamma';
import { deviance, stirlingError } from './saddlePoint';

/** Noncentral chi-square distribution: P(X ≤ x), a Poisson mixture of central ones (Patnaik, Biometrika 1949). */
export function noncentralChiSquare(x: number, df: number, noncentrality: number): number {
  return poissonMixture(noncentrality / 2, (j) => incompleteGamma(df / 2 + j, x / 2).lower);
}

/** Noncentral F distribution: P(X ≤ x). */
export function noncentralF(x: number, df1: number, df2: number, noncentrality: number): number {
  const all = df1 * x + df2;
  return poissonMixture(
    noncentrality / 2,
    (j) => incompleteBeta(df1 / 2 + j, df2 / 2, (df1 * x) / all, df2 / all).lower
  );
}

/** The noncentrality at which the distribution function has the value p; 0 where it is below p from the start. */
export function noncentralityAt(p: number, distribution: (noncentrality: number) => number, start: number): number {
  if (distribution(0) <= p) {
    return 0;
  }
  let low = 0;
  let high = Math.max(1, start);
  while (distribution(high) > p) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (distribution(middle) > p) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

/** Σ Poisson(j; mean) · value(j) from the mode outwards, until the weights no longer count. */
function poissonMixture(mean: number, value: (j: number) => number): number {
  const mode = Math.floor(mean);
  let sum = 0;
  for (const step of [1, -1]) {
    for (let j = step === 1 ? mode : mode - 1; j >= 0; j += step) {
      const weight = poisson(j, mean);
      sum += weight * value(j);
      if (weight < 1e-17) {
        break;
      }
    }
  }
  return sum;
}

function poisson(j: number, mean: number): number {
  return j === 0 ? Math.exp(-mean) : Math.exp(-stirlingError(j) - deviance(j, mean)) / Math.sqrt(2 * Math.PI * j);
}
