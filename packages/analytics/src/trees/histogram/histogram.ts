import { columnsPerWord } from './binning';

/** Sums of gradient and second derivative, side by side, of 256 bins of each column. */
export type Histogram = Float64Array;

export const binsPerColumn = 256;
/** Numbers that the columns of a word take. */
const wordSize = columnsPerWord * 2 * binsPerColumn;

export function emptyHistogram(columns: number): Histogram {
  return new Float64Array(Math.ceil(columns / columnsPerWord) * wordSize);
}

/**
 * Adds up the rows of a leaf. `gradients` holds gradient and second derivative of `order[from]`, `order[from + 1]`, …
 * one after the other, so that all words read them in sequence.
 */
export function fillHistogram(
  histogram: Histogram,
  packed: Uint32Array,
  order: Int32Array,
  gradients: Float32Array
): void {
  histogram.fill(0);
  const words = histogram.length / wordSize;
  const rows = packed.length / words;
  for (let word = 0; word < words; word++) {
    const sums = histogram.subarray(word * wordSize, (word + 1) * wordSize);
    addWord(sums, packed.subarray(word * rows, (word + 1) * rows), order, gradients);
  }
}

function addWord(sums: Float64Array, packed: Uint32Array, order: Int32Array, gradients: Float32Array): void {
  for (let i = 0, at = 0; i < order.length; i++, at += 2) {
    const bins = packed[order[i]!]!;
    const gradient = gradients[at]!;
    const curvature = gradients[at + 1]!;
    const a = (bins & 255) << 1;
    const b = ((bins >>> 7) & 510) | 512;
    const c = ((bins >>> 15) & 510) | 1024;
    const d = ((bins >>> 23) & 510) | 1536;
    sums[a]! += gradient;
    sums[a + 1]! += curvature;
    sums[b]! += gradient;
    sums[b + 1]! += curvature;
    sums[c]! += gradient;
    sums[c + 1]! += curvature;
    sums[d]! += gradient;
    sums[d + 1]! += curvature;
  }
}

/** What is left of a parent's sums without one child: the other child's, without touching its rows. */
export function subtractHistogram(parent: Histogram, child: Histogram): void {
  for (let i = 0; i < parent.length; i++) {
    parent[i]! -= child[i]!;
  }
}
