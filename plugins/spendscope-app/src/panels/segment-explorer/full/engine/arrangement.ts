import { type AxisScale, toPosition } from '@spendscope/contracts';
import type { Viewport } from '../../axis/viewport';
import { robustRangeOfMany } from '../../prepare/robustRange';
import { spanOf } from '../../prepare/spanOf';
import type { AxisChoice, ExplorerItems } from '../../types';
import { countPixels } from './pixelCounts';
import { tilePoints, type TiledPoints } from './tiles';

/** What an axis of packed customers spans, in positions of its scale. */
export interface Span {
  domain: readonly [number, number];
  /** Its part that is in view at first. */
  home: readonly [number, number];
  constant: boolean;
}

/** All customers of a run on two axes. */
export interface Arrangement {
  points: TiledPoints;
  x: Span;
  y: Span;
  /** Customers without a place on both axes. */
  leftOut: number;
}

function positionsOf(values: Float32Array, scale: AxisScale): Float32Array {
  if (scale === 'linear') {
    return values;
  }
  const positions = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    positions[i] = toPosition(scale, values[i]!);
  }
  return positions;
}

/** Those that have a place; the array itself where all do. */
function finite(positions: Float32Array): Float32Array {
  let found = 0;
  for (let i = 0; i < positions.length; i += 1) {
    found += positions[i]! - positions[i]! === 0 ? 1 : 0;
  }
  return found === positions.length ? positions : positions.filter((value) => value - value === 0);
}

function span(positions: Float32Array, scale: AxisScale): Span {
  const { domain, constant } = spanOf(positions, 0, scale);
  return { domain, constant, home: robustRangeOfMany(positions, domain) };
}

/**
 * Places the customers of packed columns.
 *
 * @param clusterOf index of each row's cluster, below `clusters`
 */
export function arrange(
  columns: Readonly<Record<string, Float32Array>>,
  axes: Record<'x' | 'y', AxisChoice>,
  clusterOf: Uint8Array,
  clusters: number
): Arrangement {
  const positions = {
    x: positionsOf(columns[axes.x.field]!, axes.x.scale),
    y: positionsOf(columns[axes.y.field]!, axes.y.scale),
  };
  const x = span(finite(positions.x), axes.x.scale);
  const y = span(finite(positions.y), axes.y.scale);
  const points = tilePoints(positions, clusterOf, clusters, { x: x.home, y: y.home });
  return { points, x, y, leftOut: clusterOf.length - points.length };
}

/** Cells along an axis, about as fine as the server's in density mode. */
const CELLS = 96;

/** Customers counted by cell over a part of the plane: for tooltips, histograms, keys and the table. */
export function cellsOf({ points }: Arrangement, part: Viewport): ExplorerItems {
  const { clusters, others } = countPixels(points, part, { width: CELLS, height: CELLS }, undefined);
  const [width, height] = [(part.xMax - part.xMin) / CELLS, (part.yMax - part.yMin) / CELLS];
  const filled = Uint32Array.from(others.keys()).filter((at) => others[at]! > 0);
  const cells = CELLS * CELLS;
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
