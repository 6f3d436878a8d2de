import { type Matrix, Random, clusterCurve, matrixRows, shuffleFirst } from '@spendscope/analytics';
import type { ClusterChoice } from '@spendscope/contracts';

/** Enough for the shape of the curve; more would cost as much as the whole analysis of a large table. */
const mostRows = 3_000;
const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10];

export type ClusterFit = Omit<ClusterChoice, 'run_id' | 'created_at'>;

/**
 * How well each number of clusters fits, with the one that the figures suggest beside the one that is used; none where
 * there are too few customers, or too few different ones, to tell. Looks at a sample of at most 3,000.
 */
export function fitClusterNumbers(points: Matrix, used: number, seed: number): ClusterFit[] {
  const sample = sampleRows(points, seed);
  const different = new Set<string>();
  for (let row = 0; row < sample.rows && different.size <= ks.at(-1)!; row++) {
    different.add(sample.data.subarray(row * sample.columns, (row + 1) * sample.columns).join());
  }
  const possible = ks.filter((k) => k < different.size);
  if (possible.length === 0) {
    return [];
  }
  const curve = clusterCurve(sample, { seed, ks: possible, silhouetteRows: 1_500, resamples: 3, starts: 2 });
  return curve.points.map(({ calinskiHarabasz, ...point }) => ({
    ...point,
    calinski_harabasz: calinskiHarabasz,
    customers: sample.rows,
    verdict: verdictOf(point.k === used, point.k === curve.suggested),
  }));
}

const verdictOf = (used: boolean, suggested: boolean): string =>
  used && suggested ? 'used and suggested' : used ? 'used' : suggested ? 'suggested' : 'other';

function sampleRows(points: Matrix, seed: number): Matrix {
  if (points.rows <= mostRows) {
    return points;
  }
  const order = Uint32Array.from({ length: points.rows }, (_, row) => row);
  return matrixRows(points, shuffleFirst(order, mostRows, new Random(seed, 7)).subarray(0, mostRows));
}
