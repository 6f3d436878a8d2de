/** Tiles along either axis: small enough that most lie wholly inside or outside of a lasso. */
export const TILES = 64;

/** Where customers lie, on the axes' scales; those without a place are at NaN. */
export interface Points {
  length: number;
  x: Float32Array;
  y: Float32Array;
  /** Index of the cluster, below `clusters`. */
  cluster: Uint8Array;
  clusters: number;
}

/**
 * The same without those who have no place, sorted by cluster, then by row of tiles, then by tile, so that neighbours on
 * the plane are neighbours in memory.
 */
export interface TiledPoints extends Points {
  /** Row of the packed columns of each point. */
  order: Uint32Array;
  /** First point of each tile: index (cluster · TILES + row) · TILES + column; one more at the end. */
  starts: Uint32Array;
  grid: TileGrid;
}

/** Tiles are cut from this part of the plane; those at the edge reach on to infinity. */
export interface TileGrid {
  xMin: number;
  yMin: number;
  width: number;
  height: number;
}

const clampTile = (tile: number): number => (tile < 0 ? 0 : tile >= TILES ? TILES - 1 : tile);

/** Column or row of the tile that a position falls into. */
export const tileOf = (position: number, start: number, side: number): number =>
  clampTile(Math.floor((position - start) / side));

/** Edges of a column or row of tiles. */
export const tileEdges = (tile: number, start: number, side: number): [number, number] => [
  tile === 0 ? -Infinity : start + tile * side,
  tile === TILES - 1 ? Infinity : start + (tile + 1) * side,
];

/**
 * Counting sort of customers by cluster and tile.
 *
 * @param home where most customers are; [start, end] of either axis
 */
export function tilePoints(
  { length: rows, x: allX, y: allY, cluster: clusterOf, clusters }: Points,
  home: { x: readonly [number, number]; y: readonly [number, number] }
): TiledPoints {
  const grid: TileGrid = {
    xMin: home.x[0],
    yMin: home.y[0],
    width: (home.x[1] - home.x[0]) / TILES,
    height: (home.y[1] - home.y[0]) / TILES,
  };
  const cells = new Uint32Array(rows);
  const starts = new Uint32Array(clusters * TILES * TILES + 1);
  let length = 0;
  for (let i = 0; i < rows; i += 1) {
    const x = allX[i]!;
    const y = allY[i]!;
    // Infinity and NaN have no place.
    if (x - x !== 0 || y - y !== 0) {
      cells[i] = 0xffffffff;
    } else {
      const cell =
        (clusterOf[i]! * TILES + tileOf(y, grid.yMin, grid.height)) * TILES + tileOf(x, grid.xMin, grid.width);
      cells[i] = cell;
      starts[cell + 1]! += 1;
      length += 1;
    }
  }
  for (let cell = 1; cell < starts.length; cell += 1) {
    starts[cell]! += starts[cell - 1]!;
  }
  const next = starts.slice();
  const tiled: TiledPoints = {
    length,
    x: new Float32Array(length),
    y: new Float32Array(length),
    cluster: new Uint8Array(length),
    clusters,
    order: new Uint32Array(length),
    starts,
    grid,
  };
  for (let i = 0; i < rows; i += 1) {
    const cell = cells[i]!;
    if (cell !== 0xffffffff) {
      const at = next[cell]!;
      next[cell] = at + 1;
      tiled.x[at] = allX[i]!;
      tiled.y[at] = allY[i]!;
      tiled.cluster[at] = clusterOf[i]!;
      tiled.order[at] = i;
    }
  }
  return tiled;
}

const isTiled = (points: Points): points is TiledPoints => 'starts' in points;

/** Calls back with each run of neighbouring points whose tiles touch the part; untiled points are one run. */
export function runsWithin(
  points: Points,
  part: { xMin: number; xMax: number; yMin: number; yMax: number },
  visit: (from: number, to: number) => void
): void {
  if (!isTiled(points)) {
    visit(0, points.length);
    return;
  }
  const { clusters, starts, grid } = points;
  const [left, right] = [tileOf(part.xMin, grid.xMin, grid.width), tileOf(part.xMax, grid.xMin, grid.width)];
  const [bottom, top] = [tileOf(part.yMin, grid.yMin, grid.height), tileOf(part.yMax, grid.yMin, grid.height)];
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    for (let row = bottom; row <= top; row += 1) {
      const first = (cluster * TILES + row) * TILES;
      const from = starts[first + left]!;
      const to = starts[first + right + 1]!;
      if (to > from) {
        visit(from, to);
      }
    }
  }
}
