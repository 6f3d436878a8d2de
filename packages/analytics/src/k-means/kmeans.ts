import { AnalyticsError } from '../analyticsError';
import { checkMatrix, matrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { hamerly } from './hamerly';
import { seedCentres, squaredDistance } from './seeding';

export interface KMeansOptions {
  k: number;
  seed: number;
  /** starts, of which the one with the least inertia is kept; 10 */
  starts?: number;
  /** 300 */
  maxIterations?: number;
  /** Stops when the centres move less than this share of the mean column variance (squared, summed); 1e-4. */
  tolerance?: number;
}

export interface KMeansResult {
  k: number;
  columns: number;
  /** k × columns */
  centres: Float64Array;
  /** cluster of each row, 0 to k − 1 */
  labels: Int32Array;
  counts: Int32Array;
  /** sum of squared distances of rows to their centres */
  inertia: number;
  iterations: number;
  converged: boolean;
}

/**
 * K-means: k-means++ seeding, Lloyd's iterations with Hamerly's bounds, several starts. The same input and seed give
 * the same result. A cluster that runs empty takes the row farthest from its centre; with fewer distinct rows than k
 * the superfluous clusters stay empty (count 0).
 *
 * @throws AnalyticsError on empty or non-finite input, k < 1, or fewer rows than k
 */
export function kmeans(m: Matrix, options: KMeansOptions): KMeansResult {
  const { k, seed, starts = 10, maxIterations = 300, tolerance = 1e-4 } = options;
  checkMatrix(m, 'K-means');
  if (!Number.isInteger(k) || k < 1 || !Number.isInteger(starts) || starts < 1) {
    throw new AnalyticsError('bad_option', `k and starts must be whole numbers of at least 1, not ${k} and ${starts}.`);
  }
  if (m.rows < k) {
    throw new AnalyticsError('too_few_rows', `${m.rows} rows cannot make ${k} clusters; lower k.`);
  }
  const centred = centre(m);
  const limit = tolerance * meanVariance(centred.data, m.columns);
  let best: KMeansResult | undefined;
  for (let start = 0; start < starts; start++) {
    const centres = seedCentres(centred.data, k, new Random(seed, start));
    const result = hamerly(centred.data, centres, { maxIterations, limit });
    if (best === undefined || result.inertia < best.inertia) {
      best = { k, columns: m.columns, ...result };
    }
  }
  for (let i = 0; i < best!.centres.length; i++) {
    best!.centres[i]! += centred.means[i % m.columns]!;
  }
  return best!;
}

/** The nearest centre of each row; the lower number on a tie. */
export function nearestCentres(m: Matrix, centres: Float64Array): Int32Array {
  const k = matrix(centres, m.columns).rows;
  const labels = new Int32Array(m.rows);
  for (let i = 0; i < m.rows; i++) {
    let least = Infinity;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(m.data, i * m.columns, centres, c * m.columns, m.columns);
      if (distance < least) {
        least = distance;
        labels[i] = c;
      }
    }
  }
  return labels;
}

/** Distances of data far from the origin lose digits: all is computed about the mean. */
function centre(m: Matrix): { data: Matrix; means: Float64Array } {
  const means = new Float64Array(m.columns);
  for (let i = 0; i < m.data.length; i++) {
    means[i % m.columns]! += m.data[i]! / m.rows;
  }
  const data = new Float64Array(m.data.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = m.data[i]! - means[i % m.columns]!;
  }
  return { data: { ...m, data }, means };
}

function meanVariance(centred: Matrix, columns: number): number {
  let squares = 0;
  for (const value of centred.data) {
    squares += value * value;
  }
  return squares / centred.rows / columns;
}
