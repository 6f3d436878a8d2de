import type { SegmentRow } from '../../../shared/segments/readSegments';
import type { ExplorerCluster } from '../types';
import type { ReadItems } from './readItems';

interface ReadClusters {
  clusters: ExplorerCluster[];
  /** Index in order of appearance → index into `clusters`. */
  order: Uint16Array;
}

/** The palette follows the cluster's number, so that every panel draws it alike; else the order of appearance. */
function slotOf(key: string, position: number): number | undefined {
  const number = Number(key);
  return key === '' ? undefined : Number.isInteger(number) && number >= 0 ? number : position;
}

function columnOf(axis: string): string {
  return axis.split('.').at(-1)!;
}

/** Clusters by priority where the segments say it, else by number; customers without a cluster last. */
export function readClusters(
  read: ReadItems,
  segments: readonly SegmentRow[],
  axes: { x: string; y: string }
): ReadClusters {
  const counts = new Float64Array(read.clusterKeys.length);
  read.items.cluster.forEach((cluster, i) => {
    counts[cluster]! += read.items.count[i]!;
  });
  const listed = read.clusterKeys.map((key, position) => {
    const segment = segments.find((row) => row.cluster === key);
    const cx = segment?.centroid[columnOf(axes.x)];
    const cy = segment?.centroid[columnOf(axes.y)];
    const cluster: ExplorerCluster = {
      key,
      name: segment?.title || read.personas.get(key),
      slot: slotOf(key, position),
      count: counts[position]!,
      ...(segment && Number.isFinite(segment.rank) ? { rank: segment.rank } : {}),
      ...(Number.isFinite(cx) && Number.isFinite(cy) ? { centroid: [cx!, cy!] as const } : {}),
      ...(segment && Number.isFinite(segment.churn.rate) ? { churnRate: segment.churn.rate } : {}),
      ...(segment && Number.isFinite(segment.spendShare) ? { spendShare: segment.spendShare } : {}),
    };
    return { cluster, position };
  });
  listed.sort(
    (a, b) =>
      Number(a.cluster.key === '') - Number(b.cluster.key === '') ||
      (a.cluster.rank ?? Infinity) - (b.cluster.rank ?? Infinity) ||
      a.cluster.key.localeCompare(b.cluster.key, 'en', { numeric: true })
  );
  const order = new Uint16Array(listed.length);
  listed.forEach(({ position }, index) => {
    order[position] = index;
  });
  return { clusters: listed.map(({ cluster }) => cluster), order };
}
