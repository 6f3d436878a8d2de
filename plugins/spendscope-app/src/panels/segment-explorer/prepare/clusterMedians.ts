import type { ExplorerItems, ExplorerView } from '../types';

function weightedMedian(items: ExplorerItems, axis: 'x' | 'y', members: readonly number[]): number {
  const sorted = [...members].sort((a, b) => items[axis][a]! - items[axis][b]!);
  const half = sorted.reduce((sum, item) => sum + items.count[item]!, 0) / 2;
  let passed = 0;
  for (const item of sorted) {
    passed += items.count[item]!;
    if (passed >= half) {
      return items[axis][item]!;
    }
  }
  return NaN;
}

/** Median place of each cluster in the columns' scales (medians survive the logarithm); NaN for one without customers. */
export function clusterMedians({ items, clusters }: ExplorerView): Array<{ x: number; y: number }> {
  const members = clusters.map((): number[] => []);
  items.cluster.forEach((cluster, item) => members[cluster]!.push(item));
  return members.map((own) => ({ x: weightedMedian(items, 'x', own), y: weightedMedian(items, 'y', own) }));
}
