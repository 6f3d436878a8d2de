import { sumOf } from '../prepare/sumOf';
import type { Axis, ExplorerItems, ExplorerView } from '../types';

/** Points in a row at x = 0, 1, 2…, all with y = 0. */
export function pointsInARow(clusters: readonly number[], more: Partial<ExplorerItems> = {}): ExplorerItems {
  return {
    kind: 'points',
    length: clusters.length,
    x: Float64Array.from(clusters, (_, i) => i),
    y: new Float64Array(clusters.length),
    cluster: Uint16Array.from(clusters),
    count: new Float64Array(clusters.length).fill(1),
    cellWidth: 0,
    cellHeight: 0,
    names: clusters.map((_, i) => `C-${i}`),
    measures: [],
    ...more,
  };
}

export function linearAxis(field: string, domain: readonly [number, number]): Axis {
  return { column: field, scale: 'linear', title: field, domain, home: domain, constant: false };
}

export function viewOf(items: ExplorerItems, more: Partial<ExplorerView> = {}): ExplorerView {
  const clusters = [...new Set(items.cluster)].sort((a, b) => a - b);
  return {
    mode: items.kind === 'cells' ? 'density' : 'points',
    items,
    clusters: clusters.map((cluster) => ({
      key: String(cluster),
      name: `Persona ${cluster}`,
      slot: cluster,
      count: 1,
    })),
    x: linearAxis('x', [-1, items.length]),
    y: linearAxis('y', [-1, 1]),
    customers: sumOf(items.count),
    spendFormat: {},
    ownColumns: { x: 'x', y: 'y' },
    axisChoices: [],
    outside: 0,
    leftOut: 0,
    clustersMissing: false,
    pointsAvailable: items.kind === 'points',
    ...more,
  };
}
