import { asNumber, asRecord, type UnknownRecord } from '../narrow';
import { evaluateArithmetic } from './arithmetic';
import type { DataQuery, Metric } from './dataQuery';
import { isPipeline } from './metricNames';

type Values = (number | null)[];

/** A figure of a bucket, or null where it has none; a bucket without documents is a gap for all but counts. */
function inputOf(bucket: UnknownRecord, input: Metric | undefined): number | null {
  if (!input) {
    return null;
  }
  if (input.type === 'count') {
    return asNumber(bucket.doc_count) ?? null;
  }
  return bucket.doc_count === 0 ? null : (asNumber(asRecord(bucket[input.id]).value) ?? null);
}

const difference = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : a - b;

/** Values by bucket; `undefined` where the bucket has no entry at all, as for the first of a derivative. */
type Computed = (number | null | undefined)[];

const computations: Record<string, (values: Values, metric: Metric) => Computed> = {
  cumulative_sum: (values) => {
    let total = 0;
    return values.map((value) => (total += value ?? 0));
  },
  derivative: (values) => values.map((value, at) => (at === 0 ? undefined : difference(value, values[at - 1]))),
  serial_diff: (values, metric) => {
    const lag = asNumber(metric.settings.lag) ?? 1;
    return values.map((value, at) => (at < lag ? undefined : (difference(value, values[at - lag]) ?? undefined)));
  },
};

function computeScript(metric: Metric, buckets: readonly UnknownRecord[], query: DataQuery): Computed {
  const script = String(asRecord(metric.settings.script).inline ?? metric.settings.script ?? '');
  return buckets.map((bucket) => {
    const inputs = Object.entries(metric.pipelineVariables).map(([name, id]): [string, number | null] => [
      name,
      inputOf(
        bucket,
        query.metrics.find((entry) => entry.id === id)
      ),
    ]);
    return inputs.some(([, value]) => value === null)
      ? undefined
      : evaluateArithmetic(script, Object.fromEntries(inputs) as Record<string, number>);
  });
}

/**
 * Adds to buckets, in their order, the metrics that are computed from other metrics. It is done here and not by
 * Elasticsearch so that servers without the pipeline modules answer the same. Later ones may use earlier ones.
 * @throws where a metric's type is not known here.
 */
export function withPipelines(buckets: readonly UnknownRecord[], query: DataQuery): UnknownRecord[] {
  return query.metrics
    .filter((metric) => isPipeline(metric.type))
    .reduce<UnknownRecord[]>(
      (current, metric) => {
        const input = query.metrics.find((entry) => entry.id === metric.field);
        const compute = computations[metric.type];
        if (metric.type !== 'bucket_script' && !compute) {
          throw new Error(`The preview host does not compute "${metric.type}". Open the dashboard in Grafana.`);
        }
        const values = compute
          ? compute(
              current.map((bucket) => inputOf(bucket, input)),
              metric
            )
          : computeScript(metric, current, query);
        return current.map((bucket, at) =>
          values[at] === undefined ? bucket : { ...bucket, [metric.id]: { value: values[at] } }
        );
      },
      [...buckets]
    );
}
