import { asArray, asNumber, asRecord, asText, type UnknownRecord } from '../narrow';
import type { BucketAggregation, Metric } from './dataQuery';

/** The time range of a request, in milliseconds since 1970. */
export interface TimeRange {
  from: number;
  to: number;
}

export interface AggregationContext {
  range: TimeRange;
  timeField: string;
  intervalMs: number;
  metrics: readonly Metric[];
}

const defaultTermsSize = 500;
const calendarIntervals = new Set(['1w', '1M', '1q', '1y']);

const integer = (value: unknown, fallback: number): number => Math.trunc(asNumber(value) ?? 0) || fallback;

/** `query_string` as the data source writes it. */
export const queryString = (query: string): UnknownRecord => ({
  query_string: { analyze_wildcard: true, query },
});

function dateHistogram(aggregation: BucketAggregation, context: AggregationContext): UnknownRecord {
  const { settings } = aggregation;
  const interval = asText(settings.interval) || 'auto';
  const timeZone = asText(settings.timeZone);
  return {
    date_histogram: {
      field: aggregation.field || context.timeField,
      ...(calendarIntervals.has(interval)
        ? { calendar_interval: interval }
        : { fixed_interval: interval === 'auto' ? `${context.intervalMs}ms` : interval }),
      min_doc_count: asNumber(settings.min_doc_count) ?? 0,
      extended_bounds: { min: context.range.from, max: context.range.to },
      format: asText(settings.format) || 'epoch_millis',
      ...(asText(settings.offset) ? { offset: asText(settings.offset) } : {}),
      ...(asText(settings.missing) ? { missing: asText(settings.missing) } : {}),
      ...(timeZone && timeZone !== 'utc' ? { time_zone: timeZone } : {}),
    },
  };
}

function histogram({ field, settings }: BucketAggregation): UnknownRecord {
  const missing = asNumber(settings.missing);
  return {
    histogram: {
      field,
      interval: asNumber(settings.interval) || 1000,
      min_doc_count: asNumber(settings.min_doc_count) ?? 0,
      ...(missing === undefined ? {} : { missing }),
    },
  };
}

/** `_term` is what the editor still writes for what Elasticsearch has called `_key` since version 6. */
const orderPath = (orderBy: string): string => (orderBy === '_term' ? '_key' : orderBy);

function terms({ field, settings }: BucketAggregation, metrics: readonly Metric[]): UnknownRecord {
  const orderBy = asText(settings.orderBy);
  const direction = asText(settings.order) || 'desc';
  const metricId = /^\d+/.exec(orderBy)?.[0];
  const metric = metrics.find((entry) => entry.id === metricId);
  const order = metricId ? metric && (metric.type === 'count' ? '_count' : orderBy) : orderPath(orderBy);
  const minimum = asNumber(settings.min_doc_count);
  return {
    terms: {
      field,
      size: integer(settings.size, defaultTermsSize),
      ...(order ? { order: { [order]: direction } } : {}),
      ...(minimum === undefined ? {} : { min_doc_count: minimum }),
      ...(typeof settings.missing === 'string' ? { missing: settings.missing } : {}),
    },
    // Elasticsearch orders only by a figure that it computes at the same level.
    ...(metric && metric.type !== 'count' ? { aggs: { [metric.id]: { [metric.type]: { field: metric.field } } } } : {}),
  };
}

function filters({ settings }: BucketAggregation): UnknownRecord {
  const entries = asArray(settings.filters)
    .map(asRecord)
    .map((filter) => ({ query: asText(filter.query), label: asText(filter.label) }));
  return {
    filters: { filters: Object.fromEntries(entries.map(({ query, label }) => [label || query, queryString(query)])) },
  };
}

/**
 * The aggregation clause of one level of a query.
 * @throws where the preview host does not know the aggregation's type.
 */
export function bucketClause(aggregation: BucketAggregation, context: AggregationContext): UnknownRecord {
  switch (aggregation.type) {
    case 'date_histogram':
      return dateHistogram(aggregation, context);
    case 'histogram':
      return histogram(aggregation);
    case 'terms':
      return terms(aggregation, context.metrics);
    case 'filters':
      return filters(aggregation);
    case 'geohash_grid':
      return { geohash_grid: { field: aggregation.field, precision: integer(aggregation.settings.precision, 3) } };
    case 'nested':
      return { nested: { path: aggregation.field } };
    default:
      throw new Error(`The preview host does not know the aggregation "${aggregation.type}". Open it in Grafana.`);
  }
}
