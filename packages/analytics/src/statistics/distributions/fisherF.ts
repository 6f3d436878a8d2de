import { incompleteBeta } from './incompleteBeta';
import type { Tails } from './tails';

/** F distribution with df1 and df2 degrees of freedom at x ≥ 0. */
export function fisherFTails(x: number, df1: number, df2: number): Tails {
  if (x === Infinity) {
    return { lower: 1, upper: 0 };
  }
  const all = df1 * x + df2;
  return incompleteBeta(df1 / 2, df2 / 2, (df1 * x) / all, df2 / all);
}
