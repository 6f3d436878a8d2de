import { AnalyticsError } from '../analyticsError';
import { kmeans } from '../k-means/kmeans';
import { nearestCentres } from '../k-means/nearestCentres';
import { checkMatrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { adjustedRand } from './adjustedRand';
import { calinskiHarabasz } from './calinskiHarabasz';
import { sampledSilhouette } from './silhouette';

export interface ClusterCurveOptions {
  seed: number;
  /** 2 to 10 */
  ks?: readonly number[];
  /** rows for the silhouette; 5,000 */
  silhouetteRows?: number;
  /** resamples for the stability; 5 */
  resamples?: number;
  /** starts of each k-means; 5 */
  starts?: number;
}

/** How well a number of clusters fits. */
export interface ClusterCurvePoint {
  k: number;
  inertia: number;
  silhouette: number;
  calinskiHarabasz: number;
  /** mean adjusted Rand index of clusterings learnt on resampled rows against the one on all rows, 1 = always the same */
  stability: number;
}

export interface ClusterCurve {
  points: ClusterCurvePoint[];
  /** the k of {@link suggestClusters} */
  suggested: number;
}

const stableEnough = 0.8;

/**
 * Measures k-means at several k. Stability after Hennig, "Cluster-wise assessment of cluster stability", 2007, by
 * partition instead of by cluster: rows are drawn with replacement, clustered, and all rows given their nearest centre.
 *
 * @throws AnalyticsError on bad input, or where a k is below 2 or not below the number of rows
 */
export function clusterCurve(m: Matrix, options: ClusterCurveOptions): ClusterCurve {
  const { seed, ks = [2, 3, 4, 5, 6, 7, 8, 9, 10], silhouetteRows = 5_000, resamples = 5, starts = 5 } = options;
  checkMatrix(m, 'Choosing k');
  if (ks.length === 0 || ks.some((k) => !Number.isInteger(k) || k < 2 || k >= m.rows)) {
    throw new AnalyticsError('bad_option', `Each k must lie between 2 and ${m.rows - 1}, not ${ks.join(', ')}.`);
  }
  const points = ks.map((k) => {
    const all = kmeans(m, { k, seed, starts });
    let agreement = 0;
    for (let sample = 0; sample < resamples; sample++) {
      const drawn = resample(m, new Random(seed, 1000 * k + sample));
      const { centres } = kmeans(drawn, { k, seed: seed + sample + 1, starts });
      agreement += adjustedRand(all.labels, nearestCentres(m, centres));
    }
    return {
      k,
      inertia: all.inertia,
      silhouette: sampledSilhouette(m, all.labels, { size: silhouetteRows, seed }),
      calinskiHarabasz: calinskiHarabasz(m, all),
      stability: agreement / resamples,
    };
  });
  return { points, suggested: suggestClusters(points) };
}

/**
 * The k with the highest silhouette among those that come out the same when the data is resampled (stability of at least
 * 0.8); where none does, the most stable. The smaller k on a tie. A suggestion: what marketers can act on decides.
 */
export function suggestClusters(points: readonly ClusterCurvePoint[]): number {
  const stable = points.filter((point) => point.stability >= stableEnough);
  const best =
    stable.length > 0
      ? stable.reduce((top, point) => (point.silhouette > top.silhouette ? point : top))
      : points.reduce((top, point) => (point.stability > top.stability ? point : top));
  return best.k;
}

function resample(m: Matrix, random: Random): Matrix {
  const data = new Float64Array(m.data.length);
  for (let i = 0; i < m.rows; i++) {
    const row = random.int(m.rows);
    data.set(m.data.subarray(row * m.columns, (row + 1) * m.columns), i * m.columns);
  }
  return { ...m, data };
}
