import type { Axis, ExplorerItems } from '../types';

/**
 * Counts points into square-ish cells, so that density can be shown for customers that came one by one.
 *
 * @param columns cells along the first view of either axis
 */
export function binPoints(items: ExplorerItems, x: Axis, y: Axis, columns: number): ExplorerItems {
  const width = (x.home[1] - x.home[0]) / columns;
  const height = (y.home[1] - y.home[0]) / columns;
  const cells = new Map<string, { column: number; row: number; cluster: number; count: number; spend: number }>();
  for (let i = 0; i < items.length; i += 1) {
    const column = Math.floor((items.x[i]! - x.domain[0]) / width);
    const row = Math.floor((items.y[i]! - y.domain[0]) / height);
    const cluster = items.cluster[i]!;
    const key = `${column} ${row} ${cluster}`;
    const cell = cells.get(key) ?? { column, row, cluster, count: 0, spend: 0 };
    cell.count += items.count[i]!;
    cell.spend += items.spend?.[i] || 0;
    cells.set(key, cell);
  }
  const list = [...cells.values()];
  return {
    kind: 'cells',
    length: list.length,
    x: Float64Array.from(list, (cell) => x.domain[0] + (cell.column + 0.5) * width),
    y: Float64Array.from(list, (cell) => y.domain[0] + (cell.row + 0.5) * height),
    cluster: Uint16Array.from(list, (cell) => cell.cluster),
    count: Float64Array.from(list, (cell) => cell.count),
    cellWidth: width,
    cellHeight: height,
    names: [],
    ...(items.spend ? { spend: Float64Array.from(list, (cell) => cell.spend) } : {}),
    measures: [],
  };
}
