import { AnalyticsError } from '../analyticsError';
import type { KMeansResult } from '../k-means/kmeans';
import { checkMatrix, type Matrix } from '../matrix';

/**
 * Variance between clusters over variance within, per degree of freedom (Caliński & Harabasz 1974); higher is better
 * separated, ∞ where every row equals its centre.
 *
 * @throws AnalyticsError `one_class` for k < 2 or as many clusters as rows
 */
export function calinskiHarabasz(m: Matrix, { centres, counts, inertia }: KMeansResult): number {
  checkMatrix(m, 'Calinski–Harabasz');
  const k = counts.filter((count) => count > 0).length;
  if (k < 2 || k >= m.rows) {
    throw new AnalyticsError('one_class', `${k} clusters of ${m.rows} rows cannot be compared.`);
  }
  const means = new Float64Array(m.columns);
  m.data.forEach((value, i) => (means[i % m.columns]! += value / m.rows));
  let between = 0;
  counts.forEach((count, c) => {
    for (let j = 0; j < m.columns; j++) {
      between += count * (centres[c * m.columns + j]! - means[j]!) ** 2;
    }
  });
  return between / (k - 1) / (inertia / (m.rows - k));
}
