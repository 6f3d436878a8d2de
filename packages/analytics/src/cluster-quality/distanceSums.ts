import type { Matrix } from '../matrix';
import { Kernel } from '../wasm/kernel';
import { distanceSumsWasm } from './distanceSums.wasm';

interface Exports {
  addDistances(
    rows: number,
    columns: number,
    weights: number,
    fromA: number,
    toA: number,
    fromB: number,
    toB: number,
    sumsOfA: number,
    sumsOfB: number,
    mutual: boolean
  ): void;
}

/** Rows of one cluster, of which tiles are made. */
interface Tile {
  cluster: number;
  from: number;
  /** after the last row */
  to: number;
}

const kernel = new Kernel<Exports>(distanceSumsWasm);
/** The rows of a tile stay in the nearest cache while all rows before them pass by. */
const tileBytes = 16_384;
const rowsAtOnce = 8;

/**
 * For each row, the sum of its Euclidean distances to the rows of each cluster: `distanceSumsPlain` in WebAssembly, tile
 * by tile. Every distance is computed from differences (never as a² + b² − 2ab, which loses digits) and once.
 *
 * @param codes cluster of each row, 0 to k − 1
 * @returns rows × k
 */
export function distanceSums(m: Matrix, codes: ArrayLike<number>, k: number): Float64Array {
  const { places, tiles, length } = sortByCluster(m, codes, k);
  const weights = 8 * length * m.columns;
  const sums = weights + 8 * length;
  const { memory, run } = kernel.withMemory(sums + 8 * length * k);
  layOut(m, places, new Float64Array(memory, 0, length * m.columns), new Float64Array(memory, weights, length));
  const sumsTo = (cluster: number): number => sums + 8 * length * cluster;
  tiles.forEach((b, i) => {
    // The last tile of a cluster is filled up to an eight.
    const toB = Math.ceil(b.to / rowsAtOnce) * rowsAtOnce;
    const add = (a: Tile, mutual: boolean): void =>
      run.addDistances(0, m.columns, weights, a.from, a.to, b.from, toB, sumsTo(b.cluster), sumsTo(a.cluster), mutual);
    tiles.slice(0, i).forEach((a) => add(a, true));
    add(b, false);
  });
  const all = new Float64Array(memory, sums, length * k);
  return Float64Array.from({ length: m.rows * k }, (_, at) => all[length * (at % k) + places[Math.floor(at / k)]!]!);
}

/** Places for the rows, cluster after cluster, each of which begins with a new eight. */
function sortByCluster(
  m: Matrix,
  codes: ArrayLike<number>,
  k: number
): { places: Int32Array; tiles: Tile[]; length: number } {
  const counts = new Int32Array(k);
  for (let i = 0; i < m.rows; i++) {
    counts[codes[i]!]!++;
  }
  const tileRows = Math.max(1, Math.floor(tileBytes / (8 * m.columns * rowsAtOnce))) * rowsAtOnce;
  const tiles: Tile[] = [];
  let length = 0;
  const next = Array.from(counts, (count, cluster) => {
    const start = length;
    for (let from = start; from < start + count; from += tileRows) {
      tiles.push({ cluster, from, to: Math.min(start + count, from + tileRows) });
    }
    length += Math.ceil(count / rowsAtOnce) * rowsAtOnce;
    return start;
  });
  const places = Int32Array.from({ length: m.rows }, (_, i) => next[codes[i]!]!++);
  return { places, tiles, length };
}

/** As assembly/distanceSums.ts describes it. */
function layOut(
  { data, rows, columns }: Matrix,
  places: Int32Array,
  values: Float64Array,
  weights: Float64Array
): void {
  for (let i = 0; i < rows; i++) {
    const place = places[i]!;
    for (let j = 0; j < columns; j++) {
      values[((place >> 3) * columns + j) * rowsAtOnce + (place & 7)] = data[i * columns + j]!;
    }
    weights[place] = 1;
  }
}
