import { squaredDistance } from '../k-means/squaredDistance';
import type { Matrix } from '../matrix';

/**
 * For each row, the sum of its Euclidean distances to the rows of each cluster: pair by pair. `distanceSums` is the fast
 * one; it adds in another order, so that the two agree to rounding (1e-12 of a sum), not to the bit.
 *
 * @returns rows × k
 */
export function distanceSumsPlain(m: Matrix, codes: ArrayLike<number>, k: number): Float64Array {
  const sums = new Float64Array(m.rows * k);
  for (let a = 0; a < m.rows; a++) {
    for (let b = a + 1; b < m.rows; b++) {
      const distance = Math.sqrt(squaredDistance(m.data, a * m.columns, m.data, b * m.columns, m.columns));
      sums[a * k + codes[b]!]! += distance;
      sums[b * k + codes[a]!]! += distance;
    }
  }
  return sums;
}
