import { asNumber, asRecord, type UnknownRecord } from '../narrow';
import type { DataQuery, Metric } from './dataQuery';
import { extendedStatistic, wantedStatistics } from './extendedStatistics';

/** A series before it has its name, which depends on all the query's series. */
export interface UnnamedSeries {
  metric: string;
  field: string;
  metricId: string;
  times: number[];
  values: (number | null)[];
}

type Read = (bucket: UnknownRecord) => number | null | undefined;

const number = (value: unknown): number | null => asNumber(value) ?? null;

/** The series of one metric, each with the way to read its value from a bucket. */
function readers(metric: Metric, buckets: readonly UnknownRecord[]): { metric: string; field: string; read: Read }[] {
  const { id, field } = metric;
  switch (metric.type) {
    case 'count':
      return [{ metric: 'count', field: '', read: (bucket) => number(bucket.doc_count) }];
    case 'percentiles': {
      const names = Object.keys(asRecord(asRecord(buckets[0]?.[id]).values)).sort();
      return names.map((name) => ({
        metric: `p${name}`,
        field,
        read: (bucket) => number(asRecord(asRecord(bucket[id]).values)[name]),
      }));
    }
    case 'extended_stats':
      return wantedStatistics(metric).map((name) => ({
        metric: name,
        field,
        read: (bucket) => extendedStatistic(asRecord(bucket[id]), name),
      }));
    case 'top_metrics':
      throw new Error('The preview host draws no top metrics. Open the dashboard in Grafana.');
    default:
      return [
        {
          metric: metric.type,
          field,
          // A bucket without the figure, such as the first of a derivative, is no point at all.
          read: (bucket) => (id in bucket ? number(asRecord(bucket[id]).value) : undefined),
        },
      ];
  }
}

/** The series of the innermost date histogram, metric by metric in the query's order. */
export function seriesOfBuckets(query: DataQuery, buckets: readonly UnknownRecord[]): UnnamedSeries[] {
  return query.metrics
    .filter((metric) => !metric.hide)
    .flatMap((metric) =>
      readers(metric, buckets).map(({ read, ...labels }) => {
        const points = buckets
          .map((bucket) => ({ time: asNumber(bucket.key) ?? 0, value: read(bucket) }))
          .filter((point) => point.value !== undefined);
        return {
          ...labels,
          metricId: metric.id,
          times: points.map((point) => point.time),
          values: points.map((point) => point.value ?? null),
        };
      })
    );
}
