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

/** Columns whose bins share a word. */
export const columnsPerWord = 4;

/**
 * Bins of all rows, four columns packed into a word: byte c of word g × rows + i is column 4 g + c of row i. One load
 * then serves four histograms; a row's words side by side were slower, because the rows of a leaf then lie further apart.
 */
export function packBins({ data, rows, columns }: Matrix, borders: BinBorders): Uint32Array {
  const packed = new Uint32Array(Math.ceil(columns / columnsPerWord) * rows);
  for (let j = 0; j < columns; j++) {
    const bins = new BinLookup(borders[j]!);
    const shift = 8 * (j % columnsPerWord);
    const base = Math.floor(j / columnsPerWord) * rows;
    for (let i = 0, from = j; i < rows; i++, from += columns) {
      packed[base + i]! |= bins.of(data[from]!) << shift;
    }
  }
  return packed;
}

const cells = 2048;

/** Finds bins by a grid of equal cells that says where to begin to look. */
class BinLookup {
  private readonly first: Uint8Array;
  private readonly least: number;
  private readonly perUnit: number;

  constructor(private readonly edges: Float64Array) {
    this.least = edges[0] ?? 0;
    const width = (edges.at(-1) ?? 0) - this.least;
    const perUnit = cells / width;
    // Borders that all but coincide, or span all of the numbers, leave one cell.
    this.perUnit = Number.isFinite(perUnit) && perUnit > 0 ? perUnit : 0;
    this.first = new Uint8Array(cells + 1);
    for (let bin = 0, cell = 0; cell <= cells; cell++) {
      while (bin < edges.length && this.cellOf(edges[bin]!) < cell) {
        bin++;
      }
      this.first[cell] = bin;
    }
  }

  of(x: number): number {
    if (x !== x) {
      return missingBin;
    }
    const { edges } = this;
    let bin = this.first[this.cellOf(x)]!;
    while (bin < edges.length && x > edges[bin]!) {
      bin++;
    }
    return bin;
  }

  /** Rises with x, and the same way for borders and values: no border below a value's cell can be its bin's. */
  private cellOf(x: number): number {
    const cell = (x - this.least) * this.perUnit;
    return cell >= cells ? cells : cell > 0 ? Math.floor(cell) : 0;
  }
}
