import { asArray, asNumber, asRecord, asText, type UnknownRecord } from '../narrow';

/** One level of grouping of a query, as Grafana's Elasticsearch editor stores it. */
export interface BucketAggregation {
  id: string;
  type: string;
  field: string;
  settings: UnknownRecord;
}

/** One figure asked of every bucket; `field` is another metric's id where the metric is a pipeline. */
export interface Metric {
  id: string;
  type: string;
  field: string;
  hide: boolean;
  settings: UnknownRecord;
  /** Which of the extended statistics are wanted. */
  meta: UnknownRecord;
  /** Names of a bucket script's inputs and the metrics that they stand for. */
  pipelineVariables: Record<string, string>;
}

/** A query of Grafana's Elasticsearch data source, narrowed from the request. */
export interface DataQuery {
  refId: string;
  dataSourceUid: string;
  query: string;
  alias: string;
  /** Milliseconds that one point stands for where the interval is `auto`. */
  intervalMs: number;
  metrics: Metric[];
  bucketAggs: BucketAggregation[];
}

function readMetric(value: unknown): Metric {
  const metric = asRecord(value);
  const variables = asArray(metric.pipelineVariables).map(asRecord);
  return {
    id: asText(metric.id),
    type: asText(metric.type),
    field: asText(metric.field) || asText(metric.pipelineAgg),
    hide: metric.hide === true,
    settings: asRecord(metric.settings),
    meta: asRecord(metric.meta),
    pipelineVariables: Object.fromEntries(variables.map((entry) => [asText(entry.name), asText(entry.pipelineAgg)])),
  };
}

function readBucketAggregation(value: unknown): BucketAggregation {
  const aggregation = asRecord(value);
  return {
    id: asText(aggregation.id),
    type: asText(aggregation.type),
    field: asText(aggregation.field),
    settings: asRecord(aggregation.settings),
  };
}

/** Reads one entry of `queries`. Missing parts become empty; nothing here throws, so that one bad query spoils no other. */
export function readDataQuery(value: unknown): DataQuery {
  const query = asRecord(value);
  return {
    refId: asText(query.refId) || 'A',
    dataSourceUid: asText(asRecord(query.datasource).uid),
    query: asText(query.query),
    alias: asText(query.alias),
    intervalMs: Math.max(1, asNumber(query.intervalMs) ?? 1000),
    metrics: asArray(query.metrics).map(readMetric),
    bucketAggs: asArray(query.bucketAggs).map(readBucketAggregation),
  };
}

/** What a query is for; documents and figures are asked for, and drawn, in different ways. */
export type QueryKind = 'raw_data' | 'raw_document' | 'metrics';

/**
 * The kind of a query.
 * @throws where it asks for nothing, or for something that the preview host does not draw; the sentence is for the user.
 */
export function kindOf(query: DataQuery): QueryKind {
  const first = query.metrics[0]?.type;
  if (first === 'raw_data' || first === 'raw_document') {
    return first;
  }
  if (first === 'logs') {
    throw new Error('The preview host draws no logs queries. Use raw data, or open the dashboard in Grafana.');
  }
  if (first === undefined || query.bucketAggs.length === 0) {
    throw new Error('received invalid query. invalid query, missing metrics and aggregations');
  }
  return 'metrics';
}
