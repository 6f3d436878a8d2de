import type { DataQuery } from './dataQuery';
import { describeMetric, isPipeline, metricName } from './metricNames';

/** What a series shows: which metric, of which field, in which groups. */
export interface SeriesLabels {
  /** The metric's type, or the statistic or percentile (`p95.0`). */
  metric: string;
  field: string;
  metricId: string;
  /** Field → value of each group that the series lies in. */
  groups: Readonly<Record<string, string>>;
}

const placeholder = /\{\{([\s\S]+?)\}\}/g;

function fromAlias(alias: string, { metric, field, groups }: SeriesLabels): string {
  return alias.replace(placeholder, (whole, name: string) => {
    const known: Record<string, string | undefined> = { metric: metricName(metric), field };
    return name.startsWith('term ') ? (groups[name.slice(5)] ?? '') : (groups[name] ?? known[name] ?? whole);
  });
}

function scriptText(query: DataQuery, metricId: string): string {
  const script = query.metrics.find((metric) => metric.id === metricId);
  const inputs = Object.entries(script?.pipelineVariables ?? {});
  return inputs.reduce(
    (text, [name, id]) => {
      const input = query.metrics.find((metric) => metric.id === id);
      return input ? text.replaceAll(`params.${name}`, describeMetric(input)) : text;
    },
    String(script?.settings.script ?? '')
  );
}

function metricText(query: DataQuery, { metric, field, metricId }: SeriesLabels): string {
  if (metric === 'bucket_script') {
    return scriptText(query, metricId);
  }
  if (isPipeline(metric)) {
    const input = query.metrics.find((entry) => entry.id === field);
    return input ? `${metricName(metric)} ${describeMetric(input)}` : 'Unset';
  }
  return field ? `${metricName(metric)} ${field}` : metricName(metric);
}

/**
 * The name that Grafana gives a series: its alias with the placeholders filled in, else its groups, and the metric
 * too where the query asks for several.
 */
export function seriesName(query: DataQuery, labels: SeriesLabels, metricTypes: number): string {
  if (query.alias !== '') {
    return fromAlias(query.alias, labels);
  }
  const metric = metricText(query, labels);
  const groups = Object.keys(labels.groups)
    .sort()
    .map((key) => labels.groups[key])
    .join(' ')
    .trim();
  if (Object.keys(labels.groups).length === 0) {
    return metric;
  }
  return metricTypes === 1 ? groups : `${groups} ${metric}`;
}
