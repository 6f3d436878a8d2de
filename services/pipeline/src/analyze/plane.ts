import { type Matrix, fitPrincipalComponents, principalCoordinates } from '@spendscope/analytics';

const names = ['recency', 'frequency', 'monetary'] as const;

/** The plane in which customers differ most, out of what segments are found by. */
export interface Plane {
  /** of each customer, in the order of the rows */
  pca1: Float64Array;
  pca2: Float64Array;
  /** said in the run: how much of the spread each direction has, and what it is made of */
  note: string;
}

/**
 * Two principal components of what k-means sees (z-scores, cut), so that segments lie as far apart as a plane can show
 * them. Undefined with fewer than two customers.
 */
export function customerPlane(points: Matrix): Plane | undefined {
  if (points.rows < 2) {
    return undefined;
  }
  const components = fitPrincipalComponents(points, 2);
  const { data } = principalCoordinates(components, points);
  const coordinate = (k: number): Float64Array =>
    Float64Array.from({ length: points.rows }, (_, row) => data[2 * row + k]!);
  const note = components.weights
    .map((weights, k) => {
      const parts = weights.map((weight, j) => `${weight.toFixed(2)} ${names[j]}`).join(' + ');
      return `pca${k + 1} has ${Math.round(100 * components.shares[k]!)} % of the spread: ${parts}`;
    })
    .join('; ')
    .replaceAll('+ -', '− ');
  return { pca1: coordinate(0), pca2: coordinate(1), note };
}
