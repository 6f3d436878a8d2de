import type { DriftMetric } from '@spendscope/contracts';

/** One figure of a version, before it is known when it was taken. */
export interface DriftPoint {
  metric: DriftMetric;
  group: string;
  value: number;
}

export const point = (group: string, metric: DriftMetric, value: number): DriftPoint => ({ group, metric, value });
