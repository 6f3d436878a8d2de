import type { ExplorerItems } from '../types';

export interface MarginalBin {
  from: number;
  to: number;
  count: number;
}

/**
 * Counts along one axis between `from` and `to`. Bins never get narrower than a cell, and their edges fall on cells'
 * edges: otherwise some bins would catch two cells and others none.
 */
export function marginalBins(
  items: ExplorerItems,
  axis: 'x' | 'y',
  [from, to]: readonly [number, number],
  wanted: number
): MarginalBin[] {
  const side = axis === 'x' ? items.cellWidth : items.cellHeight;
  const width = side > 0 ? side * Math.max(1, Math.ceil((to - from) / wanted / side)) : (to - from) / wanted;
  const positions = items[axis];
  const anchor = side > 0 && items.length > 0 ? positions[0]! - side / 2 : from;
  const start = anchor + Math.floor((from - anchor) / width + 1e-9) * width;
  const bins = Array.from({ length: Math.max(0, Math.ceil((to - start) / width - 1e-9)) }, (_, i) => ({
    from: start + i * width,
    to: start + (i + 1) * width,
    count: 0,
  }));
  for (let i = 0; i < items.length; i += 1) {
    const bin = bins[Math.floor((positions[i]! - start) / width)];
    if (bin) {
      bin.count += items.count[i]!;
    }
  }
  return bins;
}
