import {
  type KMeansResult,
  type Matrix,
  fitStandardizer,
  kmeans,
  matchClusters,
  matrixOfColumns,
  median,
  sampledSilhouette,
  standardize,
  wilson,
} from '@spendscope/analytics';
import type { ChurnEstimate } from './churn/churnEstimate';
import type { CustomerTable } from './customerTable';
import { type PriorityWeights, defaultWeights, priorityOf } from './priorityWeights';

export interface Figures {
  recency: number;
  frequency: number;
  monetary: number;
}

/** What a cluster is like; the persona, its name and its strategies follow from this. */
export interface ClusterProfile {
  /** stays the same from run to run */
  cluster: number;
  /** by priority, from 1 */
  rank: number;
  size: number;
  share: number;
  means: Figures;
  medians: Figures;
  /** mean z-scores of log1p values */
  z: Figures;
  /** mean of log10(1 + x) */
  centroid: Figures;
  spendShare: number;
  churnRate: number;
  churnLow: number;
  churnHigh: number;
  meanChurnProbability: number;
  /** normalised to the largest */
  priority: number;
}

export interface Segmentation {
  /** cluster of each customer */
  labels: Int32Array;
  /** by rank */
  clusters: ClusterProfile[];
  population: Figures;
  priorityWeights: PriorityWeights;
  k: number;
  inertia: number;
  silhouette: number;
  silhouetteSample: number;
}

const names = ['recency', 'frequency', 'monetary'] as const;
const silhouetteRows = 4_000;
/** A handful of customers who returned all they bought lies many deviations off; unlimited they take a cluster away. */
const zLimit = 3;

/** z-scores of log1p of recency, frequency and monetary, and the same cut at three deviations, which k-means sees. */
export function segmentationPoints(table: CustomerTable): { z: Matrix; points: Matrix } {
  const raw = matrixOfColumns(names.map((name) => table[name]));
  const z = standardize(raw, fitStandardizer(raw, true));
  return { z, points: { ...z, data: z.data.map((value) => Math.max(-zLimit, Math.min(zLimit, value))) } };
}

/**
 * K-means on {@link segmentationPoints}. Clusters take the numbers of the run before whose customers they took over
 * (`earlier`: -1 where a customer was in none), by the matching that keeps most; in the first run those of their rank.
 */
export function segmentCustomers(
  table: CustomerTable,
  churn: ChurnEstimate,
  options: { k: number; seed: number; earlier?: Int32Array; priorityWeights?: PriorityWeights }
): Segmentation {
  const { z, points } = segmentationPoints(table);
  const k = Math.min(options.k, table.ids.length);
  const result = kmeans(points, { k, seed: options.seed });
  const priorityWeights = options.priorityWeights ?? defaultWeights;
  const profiles = profile(table, churn, result, { z: z.data, priorityWeights });
  const order = profiles
    .map((_, i) => i)
    // With fewer distinct customers than k some clusters stay empty: they are no segments.
    .filter((i) => profiles[i]!.size > 0)
    .sort((a, b) => profiles[b]!.priority - profiles[a]!.priority || profiles[b]!.size - profiles[a]!.size);
  const rank = new Int32Array(profiles.length);
  order.forEach((cluster, place) => (rank[cluster] = place));
  const numbers = stableNumbers(
    result.labels.map((label) => rank[label]!),
    order.length,
    options.earlier
  );
  const labels = result.labels.map((label) => numbers[rank[label]!]!);
  const several = new Set(labels).size > 1;
  return {
    labels,
    clusters: order.map((cluster, place) => ({ ...profiles[cluster]!, cluster: numbers[place]!, rank: place + 1 })),
    population: figures((name) => mean(table[name])),
    priorityWeights,
    k,
    inertia: result.inertia,
    silhouette: several ? sampledSilhouette(points, labels, { size: silhouetteRows, seed: options.seed }) : 0,
    silhouetteSample: Math.min(silhouetteRows, table.ids.length),
  };
}

/** The number that each rank carries: the earlier one whose customers it took over. */
function stableNumbers(ranks: Int32Array, clusters: number, earlier?: Int32Array): number[] {
  const both = Array.from(ranks.keys()).filter((row) => (earlier?.[row] ?? -1) >= 0);
  return matchClusters(
    both.map((row) => earlier![row]!),
    both.map((row) => ranks[row]!),
    clusters
  );
}

function profile(
  table: CustomerTable,
  churn: ChurnEstimate,
  result: KMeansResult,
  { z, priorityWeights }: { z: Float64Array; priorityWeights: PriorityWeights }
): ClusterProfile[] {
  const customers = table.ids.length;
  const totalSpend = table.monetary.reduce((sum, value) => sum + value, 0);
  const profiles = Array.from({ length: result.k }, (_, cluster): ClusterProfile => {
    const rows: number[] = [];
    result.labels.forEach((label, row) => label === cluster && rows.push(row));
    const of = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => values[row]!);
    const gone = rows.filter(churn.gone).length;
    const rate = wilson(gone, rows.length);
    const spend = of(table.monetary).reduce((sum, value) => sum + value, 0);
    const meanChurnProbability = rows.length ? mean(of(churn.probability)) : 0;
    const meanMonetary = rows.length ? mean(of(table.monetary)) : 0;
    return {
      cluster,
      rank: 0,
      size: rows.length,
      share: rows.length / customers,
      means: figures((name) => mean(of(table[name]))),
      medians: figures((name) => (rows.length ? median(of(table[name])) : 0)),
      z: figures((_, j) => mean(Float64Array.from(rows, (row) => z[row * names.length + j]!))),
      centroid: figures((name) => mean(of(table[name]).map(log10))),
      spendShare: totalSpend > 0 ? spend / totalSpend : 0,
      churnRate: rows.length ? rate.rate : 0,
      churnLow: rate.low,
      churnHigh: rate.high,
      meanChurnProbability,
      priority: priorityOf(
        { size: rows.length, meanMonetary, churnProbability: meanChurnProbability },
        priorityWeights
      ),
    };
  });
  const greatest = Math.max(...profiles.map(({ priority }) => priority), 0);
  return profiles.map((entry) => ({ ...entry, priority: greatest > 0 ? entry.priority / greatest : 0 }));
}

/** log10(1 + x) as the explorer's axes have it; below zero (more returned than bought) counts as zero. */
export function log10(x: number): number {
  return Math.log10(1 + Math.max(x, 0));
}

function mean(values: Float64Array): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

function figures(of: (name: (typeof names)[number], j: number) => number): Figures {
  return { recency: of('recency', 0), frequency: of('frequency', 1), monetary: of('monetary', 2) };
}
