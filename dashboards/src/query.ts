import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import * as elasticsearch from '@grafana/grafana-foundation-sdk/elasticsearch';
import { type DataSource, reference } from './dataSources';

type Metric = (id: string) => Builder<elasticsearch.MetricAggregation>;
type Bucket = (id: string) => Builder<elasticsearch.BucketAggregation>;

/** The SDK's metric builders leave the type `unknown`, so it is set on what they build. */
const typed =
  (type: string, builder: (id: string) => Builder<elasticsearch.MetricAggregation>): Metric =>
  (id) => ({ build: () => ({ ...builder(id).build(), type }) as elasticsearch.MetricAggregation });

export const count: Metric = typed('count', (id) => new elasticsearch.CountBuilder().id(id));
export const sum = (field: string): Metric => typed('sum', (id) => new elasticsearch.SumBuilder().id(id).field(field));
export const average = (field: string): Metric =>
  typed('avg', (id) => new elasticsearch.AverageBuilder().id(id).field(field));
export const least = (field: string): Metric =>
  typed('min', (id) => new elasticsearch.MinBuilder().id(id).field(field));
export const greatest = (field: string): Metric =>
  typed('max', (id) => new elasticsearch.MaxBuilder().id(id).field(field));
/** Elasticsearch’s estimate at its finest: off by one or two in ten thousand, where its default errs by percents. */
export const distinct = (field: string): Metric =>
  typed('cardinality', (id) =>
    new elasticsearch.UniqueCountBuilder().id(id).field(field).settings({ precision_threshold: '40000' })
  );
const rawData = (size: number): Metric =>
  typed('raw_data', (id) => new elasticsearch.RawDataBuilder().id(id).settings({ size: String(size) }));

interface TermsOptions {
  size?: number;
  /** `_term`, `_count`, or the id of a metric: metrics are numbered from 1 in the order given. */
  orderBy?: string;
  order?: elasticsearch.TermsOrder;
}

export const terms =
  (field: string, { size = 10, orderBy = '_term', order = elasticsearch.TermsOrder.Desc }: TermsOptions = {}): Bucket =>
  (id) =>
    new elasticsearch.TermsBuilder()
      .id(id)
      .field(field)
      .settings({ size: String(size), orderBy, order, min_doc_count: '1' });
export const byTime =
  (field: string, interval: string, timeZone: string): Bucket =>
  (id) =>
    new elasticsearch.DateHistogramBuilder().id(id).field(field).settings({ interval, min_doc_count: '0', timeZone });
export const histogram =
  (field: string, interval: number): Bucket =>
  (id) =>
    new elasticsearch.HistogramBuilder()
      .id(id)
      .field(field)
      .settings({ interval: String(interval), min_doc_count: '1' });
export const geohash =
  (field: string, precision: number): Bucket =>
  (id) =>
    new elasticsearch.GeoHashGridBuilder()
      .id(id)
      .field(field)
      .settings({ precision: String(precision) });

interface Aggregation {
  refId?: string;
  /** Lucene; dashboard variables stand in it. */
  filter?: string;
  alias?: string;
  metrics: Metric[];
  by: Bucket[];
}

/** A query for aggregates: metrics are numbered from 1, then the buckets go on. */
export function aggregate(
  source: DataSource,
  { refId = 'A', filter = '*', alias, metrics, by }: Aggregation
): Builder<Dataquery> {
  const query = new elasticsearch.DataqueryBuilder()
    .refId(refId)
    .datasource(reference(source))
    .timeField(source.timeField)
    .query(filter)
    .metrics(metrics.map((metric, position) => metric(String(position + 1))))
    .bucketAggs(by.map((bucket, position) => bucket(String(metrics.length + position + 1))));
  return alias === undefined ? query : query.alias(alias);
}

/** A query for documents themselves, newest first, at most 10,000. */
export function documents(source: DataSource, { refId = 'A', filter = '*', size = 500 } = {}): Builder<Dataquery> {
  return new elasticsearch.DataqueryBuilder()
    .refId(refId)
    .datasource(reference(source))
    .timeField(source.timeField)
    .query(filter)
    .metrics([rawData(size)('1')])
    .bucketAggs([]);
}
