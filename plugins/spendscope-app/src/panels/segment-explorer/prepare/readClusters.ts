import { toPosition, toValue } from '@spendscope/contracts';
import type { SegmentRow } from '../../../shared/segments/readSegments';
import type { Axis, ExplorerCluster } from '../types';
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

/** Centres as values: segments know them as logarithms. */
function centersOf(segment: SegmentRow | undefined): Record<string, number> {
  return Object.fromEntries(
    Object.entries(segment?.centroid ?? {})
      .filter(([, position]) => Number.isFinite(position))
      .map(([name, position]) =>
        name.startsWith('log_') ? [name.slice('log_'.length), toValue('log1p', position)] : [name, position]
      )
  );
}

/** Where a cluster's centre lies on two axes; undefined where the segments do not say. */
export function centroidOn(
  centers: Readonly<Record<string, number>> = {},
  axes: Record<'x' | 'y', Pick<Axis, 'column' | 'scale'>>
): readonly [number, number] | undefined {
  const at = ({ column, scale }: Pick<Axis, 'column' | 'scale'>): number =>
    toPosition(scale, centers[column.split('.').at(-1)!] ?? NaN);
  const [x, y] = [at(axes.x), at(axes.y)];
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined;
}

/** Clusters by priority where the segments say it, else by number; customers without a cluster last. */
export function readClusters(
  read: ReadItems,
  segments: readonly SegmentRow[],
  axes: Record<'x' | 'y', Pick<Axis, 'column' | 'scale'>>
): ReadClusters {
  const counts = new Float64Array(read.clusterKeys.length);
  read.items.cluster.forEach((cluster, i) => {
    counts[cluster]! += read.items.count[i]!;
  });
  const listed = read.clusterKeys.map((key, position) => {
    const segment = segments.find((row) => row.cluster === key);
    const centers = centersOf(segment);
    const centroid = centroidOn(centers, axes);
    const cluster: ExplorerCluster = {
      key,
      name: segment?.title || read.personas.get(key),
      slot: slotOf(key, position),
      count: counts[position]!,
      ...(segment && Number.isFinite(segment.rank) ? { rank: segment.rank } : {}),
      ...(segment ? { centers } : {}),
      ...(centroid ? { centroid } : {}),
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
