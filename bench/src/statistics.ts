const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => sorted(values)[values.length >> 1]!;

/** Nearest rank: of fewer than a hundred values the 99th percentile is the largest. */
export const p99 = (values: readonly number[]): number => sorted(values)[Math.ceil(values.length * 0.99) - 1]!;
