const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const ordered = sorted(values);
  return (ordered[(ordered.length - 1) >> 1]! + ordered[ordered.length >> 1]!) / 2;
}

/** Nearest rank; `share` from 0 to 1. Of no values NaN. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const ordered = Float64Array.from(values).sort();
  return ordered[Math.max(Math.ceil(ordered.length * share) - 1, 0)] ?? NaN;
}

/** Of fewer than a hundred values the largest. */
export const p99 = (values: readonly number[]): number => percentile(values, 0.99);
