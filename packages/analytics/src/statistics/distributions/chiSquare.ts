import { incompleteGamma } from './incompleteGamma';
import type { Tails } from './tails';

/** Chi-square distribution with `df` degrees of freedom at x ≥ 0. */
export function chiSquareTails(x: number, df: number): Tails {
  return incompleteGamma(df / 2, x / 2);
}
