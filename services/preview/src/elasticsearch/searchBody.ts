import { asNumber, asRecord, type UnknownRecord } from '../narrow';
import { type AggregationContext, bucketClause, queryString, type TimeRange } from './bucketAggregations';
import { type DataQuery, kindOf, type Metric } from './dataQuery';
import { isPipeline } from './metricNames';

const defaultDocuments = 500;

function metricClauses(metrics: readonly Metric[]): UnknownRecord {
  return Object.fromEntries(
    metrics
      // Counts are in every bucket; pipelines are computed after the answer, for servers without those modules.
      .filter((metric) => metric.type !== 'count' && !isPipeline(metric.type))
      .map((metric) => [metric.id, { [metric.type]: { ...cleanSettings(metric), field: metric.field } }])
  );
}

function cleanSettings(metric: Metric): UnknownRecord {
  const { script, ...settings } = metric.settings;
  const percents = metric.type === 'percentiles' && Array.isArray(settings.percents) ? settings.percents : undefined;
  return {
    ...settings,
    ...(script ? { script: asRecord(script).inline ?? script } : {}),
    ...(percents ? { percents: percents.map(Number) } : {}),
  };
}

function aggregations(query: DataQuery, context: AggregationContext): UnknownRecord {
  return query.bucketAggs.reduceRight<UnknownRecord>((inner, aggregation) => {
    const clause = bucketClause(aggregation, context);
    const aggs = { ...asRecord(clause.aggs), ...inner };
    return { [aggregation.id]: Object.keys(aggs).length > 0 ? { ...clause, aggs } : clause };
  }, metricClauses(query.metrics));
}

/**
 * The search that answers a query: a pure function of the query, the range and the data source's time field.
 * @throws a sentence for the user where the query cannot be asked.
 */
export function searchBody(query: DataQuery, range: TimeRange, timeField: string): UnknownRecord {
  const filter: UnknownRecord[] = [
    { range: { [timeField]: { gte: range.from, lte: range.to, format: 'epoch_millis' } } },
  ];
  if (query.query.trim() !== '') {
    filter.push(queryString(query.query));
  }
  const body = { query: { bool: { filter } } };
  if (kindOf(query) === 'metrics') {
    const context = { range, timeField, intervalMs: query.intervalMs, metrics: query.metrics };
    return { ...body, size: 0, aggs: aggregations(query, context) };
  }
  return {
    ...body,
    size: asNumber(query.metrics[0]?.settings.size) || defaultDocuments,
    sort: [{ [timeField]: { order: 'desc', unmapped_type: 'boolean' } }, { _doc: { order: 'desc' } }],
    docvalue_fields: [timeField],
  };
}
