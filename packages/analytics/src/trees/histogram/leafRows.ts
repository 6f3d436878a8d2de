import type { Histogram } from './histogram';

/** Where a leaf is cut: rows whose bin of a column is at most `bin` go left, those without a value on a side of their own choosing. */
export interface Cut {
  feature: number;
  /** last bin that goes left */
  bin: number;
  missingLeft: boolean;
}

/**
 * The rows of a training part as leaves divide them: a leaf is a range of their order. `KernelLeafRows` does the work in
 * WebAssembly; `PlainLeafRows` is the reference, which gives the same bits.
 */
export interface LeafRows {
  readonly rows: number;
  /** gradient and second derivative of each row, side by side */
  readonly gradients: Float32Array;
  /** log-odds of each row by the trees so far */
  readonly margins: Float64Array;

  /** A tree starts: all rows in one leaf. */
  begin(): void;
  /** A histogram of any content; at most as many as a tree has leaves. */
  newHistogram(): Histogram;
  /** Makes a histogram that of the leaf `from` … `to`. */
  fill(histogram: Histogram, from: number, to: number): void;
  /** Leaves of a parent's sums what one child has not: the other child's, without touching its rows. */
  subtract(parent: Histogram, child: Histogram): void;
  /** Moves the rows that go left to the front, both sides in their order; returns where the right side begins. */
  partition(from: number, to: number, cut: Cut): number;
  /** Adds a leaf's answer to the margins of its rows. */
  answer(from: number, to: number, value: number): void;
}
