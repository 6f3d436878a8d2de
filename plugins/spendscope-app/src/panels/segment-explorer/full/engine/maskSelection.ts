import { type Box, type Point, type Shape, beginsWithAll, shapeBox } from '@spendscope/contracts';
import { keepClusters, type Selection } from '../../selection/selection';
import { TILES, tileEdges, tileOf, type TiledPoints } from './tiles';

interface Edge {
  xi: number;
  yi: number;
  xj: number;
  yj: number;
}

const edgesOf = (points: readonly Point[]): Edge[] =>
  points.map(([xi, yi], i) => {
    const [xj, yj] = points[(i + points.length - 1) % points.length]!;
    return { xi, yi, xj, yj };
  });

/** The same rule as `isInPolygon`, over those edges only that can cross the ray. */
function isInside(x: number, y: number, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const { xi, yi, xj, yj } of edges) {
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      inside = !inside;
    }
  }
  return inside;
}

/** Whether an edge's bounding box meets the tile: where none does, all of the tile is on one side of the outline. */
const meets = ({ xi, yi, xj, yj }: Edge, [left, right]: readonly number[], [bottom, top]: readonly number[]): boolean =>
  Math.min(xi, xj) <= right! && Math.max(xi, xj) >= left! && Math.min(yi, yj) <= top! && Math.max(yi, yj) >= bottom!;

const isWithin = (box: Box, [left, right]: readonly number[], [bottom, top]: readonly number[]): boolean =>
  box.xMin <= left! && right! <= box.xMax && box.yMin <= bottom! && top! <= box.yMax;

function markShape(points: TiledPoints, shape: Shape, value: 0 | 1, mask: Uint8Array): void {
  const { x, y, starts, clusters, grid } = points;
  const box = shapeBox(shape);
  const edges = shape.kind === 'lasso' ? edgesOf(shape.points) : [];
  const [firstRow, lastRow] = [tileOf(box.yMin, grid.yMin, grid.height), tileOf(box.yMax, grid.yMin, grid.height)];
  const [first, last] = [tileOf(box.xMin, grid.xMin, grid.width), tileOf(box.xMax, grid.xMin, grid.width)];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const vertical = tileEdges(row, grid.yMin, grid.height);
    // Scan line: only edges that reach into this row of tiles can decide about its points.
    const rowEdges = edges.filter(({ yi, yj }) => Math.min(yi, yj) <= vertical[1] && Math.max(yi, yj) >= vertical[0]);
    for (let column = first; column <= last; column += 1) {
      const horizontal = tileEdges(column, grid.xMin, grid.width);
      const crossed = shape.kind === 'lasso' && rowEdges.some((edge) => meets(edge, horizontal, vertical));
      const whole = shape.kind === 'box' ? isWithin(box, horizontal, vertical) : !crossed;
      // A tile that no edge meets is in or out as a whole, so one of its places tells.
      const inside =
        whole &&
        (shape.kind === 'box' ||
          (Number.isFinite(horizontal[0] + horizontal[1] + vertical[0] + vertical[1]) &&
            isInside((horizontal[0] + horizontal[1]) / 2, (vertical[0] + vertical[1]) / 2, rowEdges)));
      for (let cluster = 0; cluster < clusters; cluster += 1) {
        const tile = (cluster * TILES + row) * TILES + column;
        const from = starts[tile]!;
        const to = starts[tile + 1]!;
        if (whole) {
          if (inside) {
            mask.fill(value, from, to);
          }
        } else if (shape.kind === 'box') {
          for (let i = from; i < to; i += 1) {
            if (x[i]! >= box.xMin && x[i]! <= box.xMax && y[i]! >= box.yMin && y[i]! <= box.yMax) {
              mask[i] = value;
            }
          }
        } else {
          for (let i = from; i < to; i += 1) {
            if (isInside(x[i]!, y[i]!, rowEdges)) {
              mask[i] = value;
            }
          }
        }
      }
    }
  }
}

/** As `selectItems`, tile by tile: most tiles are in or out as a whole, and only those at an outline are looked at. */
export function maskSelection(
  points: TiledPoints,
  selection: Selection,
  isolated: ReadonlySet<number>
): Uint8Array | undefined {
  if (selection.length === 0 && isolated.size === 0) {
    return undefined;
  }
  const mask = new Uint8Array(points.length);
  if (beginsWithAll(selection)) {
    mask.fill(1);
  }
  for (const { operation, shape } of selection) {
    markShape(points, shape, operation === 'subtract' ? 0 : 1, mask);
  }
  keepClusters(mask, points.cluster, isolated);
  return mask;
}
