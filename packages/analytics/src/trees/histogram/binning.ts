import type { Matrix } from '../../matrix';

/** Borders between the bins of each column: x is in bin b where borders[b − 1] < x ≤ borders[b]. */
export type BinBorders = Float64Array[];

/** The last bin is for rows without a value, so that a bin fits a byte. */
export const missingBin = 255;
const mostBins = 255;
/** Quantiles of so many rows are exact enough; LightGBM samples as many. */
const sampledRows = 200_000;

/**
 * Borders half way between values: all of them where a column has at most 255, else quantiles. Constant and empty
 * columns have none and are never cut.
 */
export function binBorders({ data, rows, columns }: Matrix): BinBorders {
  const stride = Math.max(1, Math.ceil(rows / sampledRows));
  return Array.from({ length: columns }, (_, j) => {
    const values = new Float64Array(Math.ceil(rows / stride));
    let known = 0;
    for (let i = 0; i < rows; i += stride) {
      const x = data[i * columns + j]!;
      if (x === x) {
        values[known++] = x;
      }
    }
    return bordersOf(values.subarray(0, known).sort());
  });
}

function bordersOf(sorted: Float64Array): Float64Array {
  const distinct: number[] = [];
  const counts: number[] = [];
  for (const x of sorted) {
    if (x === distinct.at(-1)) {
      counts[counts.length - 1]!++;
    } else {
      distinct.push(x);
      counts.push(1);
    }
  }
  const borders: number[] = [];
  let rest = sorted.length;
  let filled = 0;
  for (let v = 0; v < distinct.length - 1; v++) {
    filled += counts[v]!;
    // A frequent value takes a bin of its own and the others share what is left.
    const wanted = distinct.length <= mostBins ? 0 : rest / (mostBins - borders.length);
    if (filled >= wanted && borders.length < mostBins - 1) {
      borders.push(middle(distinct[v]!, distinct[v + 1]!));
      rest -= filled;
      filled = 0;
    }
  }
  return Float64Array.from(borders);
}

/** Half way, but never rounded up to the higher value. */
export function middle(low: number, high: number): number {
  const half = low + (high - low) / 2;
  return half < high ? half : low;
}

/**
 * Bins of all rows, four columns packed into a word: byte c of word g × rows + i is column 4 g + c of row i. One load
 * then serves four histograms.
 */
export function packBins({ data, rows, columns }: Matrix, borders: BinBorders): Uint32Array {
  const packed = new Uint32Array(Math.ceil(columns / 4) * rows);
  for (let j = 0; j < columns; j++) {
    const edges = borders[j]!;
    const shift = 8 * (j % 4);
    const base = (j >> 2) * rows;
    for (let i = 0; i < rows; i++) {
      packed[base + i]! |= binOf(edges, data[i * columns + j]!) << shift;
    }
  }
  return packed;
}

function binOf(edges: Float64Array, x: number): number {
  if (x !== x) {
    return missingBin;
  }
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (x <= edges[half]!) {
      high = half;
    } else {
      low = half + 1;
    }
  }
  return low;
}
