import { AnalyticsError } from '../analyticsError';
import { checkMatrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { centred, meanVariance } from './centred';
import { KernelPoints } from './kernelPoints';
import { lloyd } from './lloyd';
import { seedCentres } from './seeding';

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
 * K-means: k-means++ seeding, Lloyd's iterations with bounds, several starts. The same input and seed give
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
  const { data, means } = centred(m);
  const limit = tolerance * meanVariance(data);
  const points = new KernelPoints(data, k);
  let best: KMeansResult | undefined;
  for (let start = 0; start < starts; start++) {
    const centres = seedCentres(points, k, new Random(seed, start));
    const result = lloyd(points, centres, { maxIterations, limit });
    if (best === undefined || result.inertia < best.inertia) {
      best = { k, columns: m.columns, ...result };
    }
  }
  for (let i = 0; i < best!.centres.length; i++) {
    best!.centres[i]! += means[i % m.columns]!;
  }
  return best!;
}
