import { incompleteGamma } from './incompleteGamma';
import type { Tails } from './tails';

/** Standard normal distribution at z, by erfc(x) = Q(½, x²) (DLMF 7.11.2). */
export function normalTails(z: number): Tails {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  const far = upper / 2;
  const near = 0.5 + lower / 2;
  return z < 0 ? { lower: far, upper: near } : { lower: near, upper: far };
}

/** Chance of a standard normal value as far from 0 as z, on either side. */
export function normalTwoSided(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper;
}
