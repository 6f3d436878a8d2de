import { type AxisScale, toPosition } from '@spendscope/contracts';
import type { Viewport } from '../../axis/viewport';
import { robustRangeOfMany } from '../../prepare/robustRange';
import { spanOf } from '../../prepare/spanOf';
import { sumOf } from '../../prepare/sumOf';
import type { AxisChoice, ExplorerItems } from '../../types';
import { countPixels } from './pixelCounts';
import { tilePoints, type Points, type TiledPoints } from './tiles';

/** What an axis of packed customers spans, in positions of its scale. */
export interface Span {
  domain: readonly [number, number];
  /** Its part that is in view at first. */
  home: readonly [number, number];
  constant: boolean;
}

/** All customers of a run on two axes. */
export interface Arrangement {
  /** As they were packed until they are tiled, which the first drawing need not wait for. */
  points: Points | TiledPoints;
  x: Span;
  y: Span;
  /** Of each cluster, those with a place. */
  counts: readonly number[];
  /** Customers without a place on both axes. */
  leftOut: number;
}

/** Rows as they were packed, side by side. */
interface Rows {
  columns: Readonly<Record<string, Float32Array>>;
  /** Numbers of clusters. */
  clusters: Uint8Array;
  /** 1 for rows that are shown; all are without. */
  matching?: Uint8Array;
}

/** NaN for rows that are not shown: they have no place. */
function positionsOf({ columns, matching }: Rows, { field, scale }: AxisChoice): Float32Array {
  const values = columns[field]!;
  if (scale === 'linear' && !matching) {
    return values;
  }
  const positions = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    positions[i] = matching?.[i] === 0 ? NaN : toPosition(scale, values[i]!);
  }
  return positions;
}

/** Numbers of clusters as indices into the list of them, the one after the last for all that are not in it. */
function indexClusters(numbers: Uint8Array, keys: readonly number[]): Uint8Array {
  const index = new Uint8Array(256).fill(keys.length);
  keys.forEach((key, i) => {
    index[key] = i;
  });
  return numbers.map((number) => index[number]!);
}

/** Of those that have a place. */
function span(positions: Float32Array, scale: AxisScale): Span {
  const { domain, constant } = spanOf(positions, 0, scale);
  return { domain, constant, home: robustRangeOfMany(positions, domain) };
}

/** How many of each cluster have a place on both axes. */
function countPlaced({ length, x, y, cluster, clusters }: Points): number[] {
  const counts = new Array<number>(clusters).fill(0);
  for (let i = 0; i < length; i += 1) {
    const sum = x[i]! + y[i]!;
    // Neither infinite nor NaN.
    if (sum - sum === 0) {
      counts[cluster[i]!]! += 1;
    }
  }
  return counts;
}

/**
 * Places the customers of packed columns.
 *
 * @param clusterKeys numbers of clusters in the order of their indices; rows of none of them come last
 */
export function arrange(rows: Rows, axes: Record<'x' | 'y', AxisChoice>, clusterKeys: readonly number[]): Arrangement {
  const points: Points = {
    length: rows.clusters.length,
    x: positionsOf(rows, axes.x),
    y: positionsOf(rows, axes.y),
    cluster: indexClusters(rows.clusters, clusterKeys),
    clusters: clusterKeys.length + 1,
  };
  const counts = countPlaced(points);
  const shown = rows.matching ? sumOf(rows.matching) : points.length;
  return {
    points,
    x: span(points.x, axes.x.scale),
    y: span(points.y, axes.y.scale),
    counts,
    leftOut: shown - sumOf(counts),
  };
}

/** Sorts the arrangement's points by tiles, once: moving views and selections need it, the first drawing does not. */
export function tiled(arrangement: Arrangement): TiledPoints {
  const { points, x, y } = arrangement;
  if ('starts' in points) {
    return points;
  }
  const sorted = tilePoints(points, { x: x.home, y: y.home });
  arrangement.points = sorted;
  return sorted;
}

/** Cells along an axis, about as fine as the server's in density mode. */
const CELLS = 96;

/** Customers counted by cell over a part of the plane: for tooltips, histograms, keys and the table. */
export function cellsOf({ points }: Arrangement, part: Viewport): ExplorerItems {
  const { clusters, others } = countPixels(points, part, { width: CELLS, height: CELLS }, undefined);
  const [width, height] = [(part.xMax - part.xMin) / CELLS, (part.yMax - part.yMin) / CELLS];
  const cells = CELLS * CELLS;
  const filled: number[] = [];
  others.forEach((count, at) => count > 0 && filled.push(at));
  return {
    kind: 'cells',
    length: filled.length,
    x: Float64Array.from(filled, (at) => part.xMin + ((at % CELLS) + 0.5) * width),
    y: Float64Array.from(filled, (at) => part.yMax - (Math.floor((at % cells) / CELLS) + 0.5) * height),
    cluster: Uint16Array.from(filled, (at) => Math.min(clusters - 1, Math.floor(at / cells))),
    count: Float64Array.from(filled, (at) => others[at]!),
    cellWidth: width,
    cellHeight: height,
    names: [],
    measures: [],
  };
}
