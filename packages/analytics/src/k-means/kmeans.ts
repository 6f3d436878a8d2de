import { AnalyticsError } from '../analyticsError';
import { drawRows } from '../drawRows';
import { checkMatrix, matrixRows, type Matrix } from '../matrix';
import { Random } from '../random';
import { centred, meanVariance } from './centred';
import { KernelPoints, fitsKernel } from './kernelPoints';
import { type Lloyd, lloyd } from './lloyd';
import { miniBatch } from './miniBatch';
import { nearestCentres } from './nearestCentres';
import { seedCentres } from './seeding';
import { squaredDistance } from './squaredDistance';

export interface KMeansOptions {
  k: number;
  seed: number;
  /** starts, of which the one with the least inertia is kept; 10 */
  starts?: number;
  /** 300 */
  maxIterations?: number;
  /** Stops when the centres move less than this share of the mean column variance (squared, summed); 1e-4. */
  tolerance?: number;
  /** With more rows than this, centres are learnt on a sample and moved on by mini-batches; 2,000,000. */
  exactRows?: number;
}

const defaults = { starts: 10, maxIterations: 300, tolerance: 1e-4, exactRows: 2_000_000 };
const sampleRows = 100_000;
const sampleBytes = 2 ** 30;

/** Iterations are Lloyd's, or mini-batches. */
export interface KMeansResult extends Lloyd {
  k: number;
  columns: number;
}

/**
 * K-means: k-means++ seeding, Lloyd's iterations with bounds, several starts. The same input and seed give
 * the same result. A cluster that runs empty takes the row farthest from its centre; with fewer distinct rows than k
 * the superfluous clusters stay empty (count 0). Tables of more than `exactRows` rows, or that take more than 4 GiB, go by
 * mini-batches: see {@link miniBatch}.
 *
 * @throws AnalyticsError on empty or non-finite input, k < 1, or fewer rows than k
 */
export function kmeans(m: Matrix, options: KMeansOptions): KMeansResult {
  const { k, starts, exactRows } = { ...defaults, ...options };
  checkMatrix(m, 'K-means');
  if (!Number.isInteger(k) || k < 1 || !Number.isInteger(starts) || starts < 1) {
    throw new AnalyticsError('bad_option', `k and starts must be whole numbers of at least 1, not ${k} and ${starts}.`);
  }
  if (m.rows < k) {
    throw new AnalyticsError('too_few_rows', `${m.rows} rows cannot make ${k} clusters; lower k.`);
  }
  return m.rows > exactRows || !fitsKernel(m, k) ? byBatches(m, options) : exact(m, options);
}

function exact(m: Matrix, options: KMeansOptions): KMeansResult {
  const { k, seed, starts, maxIterations, tolerance } = { ...defaults, ...options };
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

/** Exact on a sample, then moved on by batches of all rows. */
function byBatches(m: Matrix, options: KMeansOptions): KMeansResult {
  const { k, seed, starts, exactRows, tolerance } = { ...defaults, ...options };
  const size = Math.max(k, Math.min(sampleRows, exactRows, Math.floor(sampleBytes / (8 * m.columns))));
  const sample = matrixRows(m, drawRows(m.rows, size, new Random(seed, starts)));
  const learnt = exact(sample, options);
  const { centres, batches, lastMove } = miniBatch(m, learnt, new Random(seed, starts + 1));
  const labels = nearestCentres(m, centres);
  const counts = new Int32Array(k);
  let inertia = 0;
  labels.forEach((label, i) => {
    counts[label]!++;
    inertia += squaredDistance(m.data, i * m.columns, centres, label * m.columns, m.columns);
  });
  const converged = lastMove <= tolerance * meanVariance(centred(sample).data);
  return { k, columns: m.columns, centres, labels, counts, inertia, iterations: batches, converged };
}
