import { asArray, asNumber, asRecord, type UnknownRecord } from '../narrow';
import { type Column, column } from './dataFrame';
import type { BucketAggregation, DataQuery, Metric } from './dataQuery';
import { extendedStatistic, wantedStatistics } from './extendedStatistics';
import { metricName } from './metricNames';

type Figure = [name: string, value: number | null];

function plainName(metric: Metric, query: DataQuery): string {
  const twins = query.metrics.filter((other) => other.id !== metric.id && other.type === metric.type);
  if (twins.length === 0) {
    return metricName(metric.type);
  }
  if (metric.type === 'bucket_script') {
    return String(metric.settings.script ?? '');
  }
  const name = `${metricName(metric.type)} ${metric.field}`;
  return twins.some((other) => other.field === metric.field) ? `${name} ${metric.id}` : name;
}

function figures(metric: Metric, bucket: UnknownRecord, query: DataQuery): Figure[] {
  const answer = asRecord(bucket[metric.id]);
  switch (metric.type) {
    case 'count':
      return [[metricName('count'), asNumber(bucket.doc_count) ?? null]];
    case 'percentiles':
      return Object.entries(asRecord(answer.values))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [`p${name} ${metric.field}`, asNumber(value) ?? null]);
    case 'extended_stats':
      // Grafana's table holds only the first of the wanted statistics, under the metric's own name.
      return wantedStatistics(metric)
        .slice(0, 1)
        .map((name) => [metricName(metric.type), extendedStatistic(answer, name)]);
    case 'top_metrics':
      throw new Error('The preview host draws no top metrics. Open the dashboard in Grafana.');
    default:
      return [[plainName(metric, query), asNumber(answer.value) ?? null]];
  }
}

/**
 * Adds the buckets of an innermost grouping other than by date to the columns so far, one row per bucket.
 * Outer groups come first, by name, as text; then the group's own key; then the figures.
 * @returns no columns where there are no buckets: Grafana then forgets what came before, and so does this.
 */
export function addRows(
  columns: readonly Column[],
  buckets: readonly UnknownRecord[],
  aggregation: BucketAggregation,
  groups: Readonly<Record<string, string>>,
  query: DataQuery
): Column[] {
  if (buckets.length === 0) {
    return [];
  }
  const outer = Object.keys(groups).sort();
  const table = columns.length > 0 ? [...columns] : outer.map((name) => column(name, 'string', []));
  const push = (name: string, value: unknown, create: () => Column): void => {
    let found = table.find((entry) => entry.field.name === name);
    if (!found) {
      found = create();
      table.push(found);
    }
    found.values.push(value);
  };
  for (const bucket of buckets) {
    for (const name of outer) {
      push(name, groups[name], () => column(name, 'string', []));
    }
    const { key } = bucket;
    push(aggregation.field, key, () =>
      column(aggregation.field, typeof key === 'string' ? 'string' : 'number', [], true)
    );
    for (const [name, value] of query.metrics.flatMap((metric) => figures(metric, bucket, query))) {
      push(name, value, () => column(name, 'number', []));
    }
  }
  return table;
}

/** The buckets of an aggregation where they are a list; a `filters` aggregation has them by name instead. */
export const bucketList = (aggregation: UnknownRecord): UnknownRecord[] => asArray(aggregation.buckets).map(asRecord);
