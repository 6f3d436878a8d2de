import type { Metric } from './dataQuery';

const names: Record<string, string> = {
  count: 'Count',
  avg: 'Average',
  sum: 'Sum',
  max: 'Max',
  min: 'Min',
  extended_stats: 'Extended Stats',
  percentiles: 'Percentiles',
  cardinality: 'Unique Count',
  moving_avg: 'Moving Average',
  moving_fn: 'Moving Function',
  derivative: 'Derivative',
  serial_diff: 'Serial Difference',
  cumulative_sum: 'Cumulative Sum',
  bucket_script: 'Bucket Script',
  raw_document: 'Raw Document',
  raw_data: 'Raw Data',
  rate: 'Rate',
  top_metrics: 'Top Metrics',
  std_deviation: 'Std Dev',
  std_deviation_bounds_upper: 'Std Dev Upper',
  std_deviation_bounds_lower: 'Std Dev Lower',
};

/** The words by which Grafana names a metric or one of the extended statistics; the type itself where it has none. */
export const metricName = (type: string): string => names[type] ?? type;

/** A metric in words, with its field: `Sum amount`. */
export const describeMetric = (metric: Pick<Metric, 'type' | 'field'>): string =>
  metric.type === 'count' ? metricName('count') : `${metricName(metric.type)} ${metric.field}`;

/** Metrics that are computed from other metrics of the same query, over buckets in their order. */
const pipelines = new Set(['cumulative_sum', 'derivative', 'serial_diff', 'bucket_script', 'moving_avg', 'moving_fn']);

export const isPipeline = (type: string): boolean => pipelines.has(type);
