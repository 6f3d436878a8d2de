import type { ThresholdFinding } from '@spendscope/contracts';

/** The lowest threshold whose work fits into a day; undefined where even the highest is too much. */
export const suggestThreshold = (items: readonly ThresholdFinding[], perDay: number): number | undefined =>
  items.find((item) => item.perDay <= perDay)?.threshold;
