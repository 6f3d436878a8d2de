import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import { type Matrix, checkMatrix } from '../matrix';
import { KdTree } from './kdTree';

export interface NearestOptions {
  /** neighbours asked; 5 */
  k?: number;
  /** `distance` weighs a neighbour by 1 ÷ distance; `uniform` */
  weights?: 'uniform' | 'distance';
}

export interface NearestModel {
  kind: 'k_nearest';
  k: number;
  weights: 'uniform' | 'distance';
  tree: KdTree;
  labels: Labels;
}

/** Keeps the training rows; the distance is Euclidean, so columns should be on one scale. */
export function fitNearest(
  m: Matrix,
  labels: Labels,
  { k = 5, weights = 'uniform' }: NearestOptions = {}
): NearestModel {
  // prettier-ignore
  checkMatrix(m, 'Nearest neighbours');
  checkLabels(labels, m.rows, 'Nearest neighbours');
  if (m.rows < k) {
    throw new AnalyticsError('too_few_rows', `${k} neighbours need ${k} rows; there are ${m.rows}.`);
  }
  return { kind: 'k_nearest', k, weights, tree: new KdTree(m), labels };
}

/** Share of class 1 among the nearest. Neighbours at no distance, where there are any, decide alone under `distance`. */
export function predictNearest({ k, weights, tree, labels }: NearestModel, m: Matrix): Float64Array {
  checkMatrix(m, 'Nearest neighbours');
  const { rows, squares } = tree.nearest(m, k);
  return Float64Array.from({ length: m.rows }, (_, i) => {
    const atOnce = weights === 'distance' && squares[i * k] === 0;
    let positive = 0;
    let total = 0;
    for (let r = i * k; r < (i + 1) * k; r++) {
      const byDistance = atOnce ? (squares[r] === 0 ? 1 : 0) : 1 / Math.sqrt(squares[r]!);
      const weight = weights === 'uniform' ? 1 : byDistance;
      total += weight;
      positive += weight * labels[rows[r]!]!;
    }
    return positive / total;
  });
}
