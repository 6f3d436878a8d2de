/** Sums of gradient and second derivative, side by side, of 256 bins of each column. */
export type Histogram = Float64Array;

export const binsPerColumn = 256;
/** Numbers that a group of four columns takes. */
const groupSize = 4 * 2 * binsPerColumn;

export function emptyHistogram(columns: number): Histogram {
  return new Float64Array(Math.ceil(columns / 4) * groupSize);
}

/**
 * Adds up the rows of a leaf. `gradients` holds gradient and second derivative of `order[from]`, `order[from + 1]`, …
 * one after the other, so that all groups of columns read them in sequence.
 */
export function fillHistogram(
  histogram: Histogram,
  packed: Uint32Array,
  rows: number,
  order: Int32Array,
  from: number,
  to: number,
  gradients: Float64Array
): void {
  histogram.fill(0);
  const groups = histogram.length / groupSize;
  for (let group = 0; group < groups; group++) {
    fillGroup(histogram.subarray(group * groupSize, (group + 1) * groupSize), packed.subarray(group * rows, (group + 1) * rows), order, from, to, gradients); // prettier-ignore
  }
}

function fillGroup(
  sums: Float64Array,
  packed: Uint32Array,
  order: Int32Array,
  from: number,
  to: number,
  gradients: Float64Array
): void {
  for (let i = from, at = 0; i < to; i++, at += 2) {
    const word = packed[order[i]!]!;
    const gradient = gradients[at]!;
    const curvature = gradients[at + 1]!;
    const a = (word & 255) << 1;
    const b = (((word >>> 8) & 255) << 1) | 512;
    const c = (((word >>> 16) & 255) << 1) | 1024;
    const d = ((word >>> 24) << 1) | 1536;
    sums[a]! += gradient;
    sums[a | 1]! += curvature;
    sums[b]! += gradient;
    sums[b | 1]! += curvature;
    sums[c]! += gradient;
    sums[c | 1]! += curvature;
    sums[d]! += gradient;
    sums[d | 1]! += curvature;
  }
}

/** What is left of a parent's sums without one child: the other child's, without touching its rows. */
export function subtractHistogram(parent: Histogram, child: Histogram): void {
  for (let i = 0; i < parent.length; i++) {
    parent[i]! -= child[i]!;
  }
}
