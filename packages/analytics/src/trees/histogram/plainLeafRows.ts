import { columnsPerWord, missingBin } from './binning';
import { type Histogram, binsPerColumn, histogramSize, wordSize } from './histogram';
import type { Cut, LeafRows } from './leafRows';

/** The passes over rows in plain TypeScript. */
export class PlainLeafRows implements LeafRows {
  readonly gradients: Float32Array;
  readonly margins: Float64Array;
  private readonly order: Int32Array;
  private readonly moved: Int32Array;
  private readonly ordered: Float32Array;

  /** @param packed of `packBins` */
  constructor(
    private readonly packed: Uint32Array,
    readonly rows: number,
    private readonly columns: number
  ) {
    this.gradients = new Float32Array(2 * rows);
    this.margins = new Float64Array(rows);
    this.order = new Int32Array(rows);
    this.moved = new Int32Array(rows);
    this.ordered = new Float32Array(2 * rows);
  }

  begin(): void {
    this.order.forEach((_, i, order) => (order[i] = i));
  }

  newHistogram(): Histogram {
    return new Float64Array(histogramSize(this.columns));
  }

  fill(histogram: Histogram, from: number, to: number): void {
    const { order, ordered, gradients, packed, rows } = this;
    for (let i = from, at = 0; i < to; i++, at += 2) {
      const row = 2 * order[i]!;
      ordered[at] = gradients[row]!;
      ordered[at + 1] = gradients[row + 1]!;
    }
    histogram.fill(0);
    const leaf = order.subarray(from, to);
    for (let word = 0; word * wordSize < histogram.length; word++) {
      const sums = histogram.subarray(word * wordSize, (word + 1) * wordSize);
      addWord(sums, packed.subarray(word * rows, (word + 1) * rows), leaf, ordered);
    }
  }

  subtract(parent: Histogram, child: Histogram): void {
    for (let i = 0; i < parent.length; i++) {
      parent[i]! -= child[i]!;
    }
  }

  partition(from: number, to: number, { feature, bin, missingLeft }: Cut): number {
    const { order, moved, packed, rows } = this;
    const base = Math.floor(feature / columnsPerWord) * rows;
    const shift = 8 * (feature % columnsPerWord);
    let left = from;
    let right = 0;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const of = (packed[base + row]! >>> shift) & 255;
      if (of <= bin || (missingLeft && of === missingBin)) {
        order[left++] = row;
      } else {
        moved[right++] = row;
      }
    }
    order.set(moved.subarray(0, right), left);
    return left;
  }

  answer(from: number, to: number, value: number): void {
    for (let i = from; i < to; i++) {
      this.margins[this.order[i]!]! += value;
    }
  }
}

/** @param ordered gradient and second derivative of the rows in `order`, in its order */
function addWord(sums: Float64Array, packed: Uint32Array, order: Int32Array, ordered: Float32Array): void {
  for (let i = 0; i < order.length; i++) {
    const bins = packed[order[i]!]!;
    for (let column = 0; column < columnsPerWord; column++) {
      const at = 2 * (column * binsPerColumn + ((bins >>> (8 * column)) & 255));
      sums[at]! += ordered[2 * i]!;
      sums[at + 1]! += ordered[2 * i + 1]!;
    }
  }
}
