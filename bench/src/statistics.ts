const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const ordered = sorted(values);
  return (ordered[(ordered.length - 1) >> 1]! + ordered[ordered.length >> 1]!) / 2;
}

/** Nearest rank: of fewer than a hundred values the 99th percentile is the largest. */
export const p99 = (values: readonly number[]): number => sorted(values)[Math.ceil(values.length * 0.99) - 1]!;
