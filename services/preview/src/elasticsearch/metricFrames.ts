import { asRecord, asText, type UnknownRecord } from '../narrow';
import { type Column, seriesFrame, tableFrame, type WireFrame } from './dataFrame';
import type { BucketAggregation, DataQuery } from './dataQuery';
import { withPipelines } from './pipelineMetrics';
import { seriesOfBuckets, type UnnamedSeries } from './seriesFrames';
import { type SeriesLabels, seriesName } from './seriesName';
import { addRows, bucketList } from './tableColumns';

type Groups = Readonly<Record<string, string>>;

interface Collected {
  series: (UnnamedSeries & { groups: Groups })[];
  columns: Column[];
}

/** An outer bucket's key as text; numbers lose their fraction, as in Grafana. */
function groupText(bucket: UnknownRecord): string {
  const shown = asText(bucket.key_as_string);
  return shown || (typeof bucket.key === 'number' ? String(Math.trunc(bucket.key)) : asText(bucket.key));
}

/** The buckets below an outer grouping, each with the groups that it adds. */
function innerBuckets(answer: UnknownRecord, aggregation: BucketAggregation): [UnknownRecord, Groups][] {
  const listed = bucketList(answer).map((bucket): [UnknownRecord, Groups] => [
    bucket,
    { [aggregation.field]: groupText(bucket) },
  ]);
  const named = Object.entries(asRecord(answer.buckets))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bucket]): [UnknownRecord, Groups] => [asRecord(bucket), { filter: name }]);
  return [...listed, ...named];
}

function collect(query: DataQuery, holder: UnknownRecord, depth: number, groups: Groups, into: Collected): void {
  const aggregation = query.bucketAggs[depth];
  if (!aggregation || !(aggregation.id in holder)) {
    return;
  }
  const answer = asRecord(holder[aggregation.id]);
  if (aggregation.type === 'nested') {
    collect(query, answer, depth + 1, groups, into);
  } else if (depth < query.bucketAggs.length - 1) {
    for (const [bucket, added] of innerBuckets(answer, aggregation)) {
      collect(query, bucket, depth + 1, { ...groups, ...added }, into);
    }
  } else if (aggregation.type === 'date_histogram') {
    const series = seriesOfBuckets(query, withPipelines(bucketList(answer), query));
    into.series.push(...series.map((entry) => ({ ...entry, groups })));
  } else {
    const buckets = withPipelines(bucketList(answer), query);
    into.columns = addRows(into.columns, buckets, aggregation, groups, query);
  }
}

function trimmed<T>(values: readonly T[], edges: number): readonly T[] {
  return edges > 0 && values.length > edges * 2 ? values.slice(edges, values.length - edges) : values;
}

/** The frames of an aggregated answer: one per series where the innermost grouping is by date, else one table. */
export function metricFrames(query: DataQuery, aggregations: UnknownRecord): WireFrame[] {
  const collected: Collected = { series: [], columns: [] };
  collect(query, aggregations, 0, {}, collected);
  if (collected.columns.length > 0) {
    return [tableFrame(query.refId, collected.columns)];
  }
  const metricTypes = new Set(collected.series.map((series) => series.metric)).size;
  const histogram = query.bucketAggs.find((aggregation) => aggregation.type === 'date_histogram');
  const edges = Number(asText(histogram?.settings.trimEdges)) || 0;
  return collected.series.map((series) => {
    const labels: SeriesLabels = series;
    const name = seriesName(query, labels, metricTypes);
    return seriesFrame(query.refId, name, trimmed(series.times, edges), trimmed(series.values, edges));
  });
}
