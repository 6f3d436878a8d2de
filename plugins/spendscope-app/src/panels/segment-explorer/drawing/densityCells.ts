import type { ExplorerItems } from '../types';

/** A drawn cell: everything that shares a place, whatever its cluster. */
export interface DensityCell {
  x: number;
  y: number;
  total: number;
  /** Cluster with most customers, among the selected ones where some are selected. */
  leading: number;
  /** Without a selection all are. */
  selected: boolean;
}

interface Tally {
  x: number;
  y: number;
  total: number;
  counts: Map<number, number>;
  selectedCounts: Map<number, number>;
}

function leader(counts: ReadonlyMap<number, number>): number {
  let best = -1;
  let most = -1;
  for (const [cluster, count] of counts) {
    if (count > most || (count === most && cluster < best)) {
      best = cluster;
      most = count;
    }
  }
  return best;
}

function bump(counts: Map<number, number>, cluster: number, by: number): void {
  counts.set(cluster, (counts.get(cluster) ?? 0) + by);
}

/** Gathers counted items (`kind: 'cells'`) by place. */
export function densityCells(items: ExplorerItems, mask?: Uint8Array): DensityCell[] {
  const tallies = new Map<string, Tally>();
  // Keys of one bucket can differ in the last bits between clusters: count whole sides from the first cell.
  const column = (x: number): number => Math.round((x - items.x[0]!) / items.cellWidth);
  const row = (y: number): number => Math.round((y - items.y[0]!) / items.cellHeight);
  for (let i = 0; i < items.length; i += 1) {
    const x = items.x[i]!;
    const y = items.y[i]!;
    const key = `${column(x)} ${row(y)}`;
    const tally = tallies.get(key) ?? { x, y, total: 0, counts: new Map(), selectedCounts: new Map() };
    tallies.set(key, tally);
    tally.total += items.count[i]!;
    bump(tally.counts, items.cluster[i]!, items.count[i]!);
    if (!mask || mask[i] === 1) {
      bump(tally.selectedCounts, items.cluster[i]!, items.count[i]!);
    }
  }
  return [...tallies.values()].map(({ x, y, total, counts, selectedCounts }) => ({
    x,
    y,
    total,
    leading: leader(selectedCounts.size > 0 ? selectedCounts : counts),
    selected: selectedCounts.size > 0,
  }));
}

/** Opacity of a cell: faint but visible for a single customer, full for the densest cell. */
export function cellOpacity(total: number, max: number): number {
  return max <= 1 ? 1 : 0.08 + 0.92 * (Math.log(total) / Math.log(max)) ** 2;
}
