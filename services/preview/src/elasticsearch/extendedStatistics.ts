import { asNumber, asRecord, type UnknownRecord } from '../narrow';
import type { Metric } from './dataQuery';

/** The statistics switched on in the metric, in Grafana's order: by name. */
export const wantedStatistics = (metric: Metric): string[] =>
  Object.keys(metric.meta)
    .filter((name) => metric.meta[name] === true)
    .sort();

/** One statistic of an `extended_stats` answer. */
export function extendedStatistic(answer: UnknownRecord, name: string): number | null {
  const bound = /^std_deviation_bounds_(upper|lower)$/.exec(name)?.[1];
  return asNumber(bound ? asRecord(answer.std_deviation_bounds)[bound] : answer[name]) ?? null;
}
