import { type WatcherAlert, environment, indices } from '@spendscope/contracts';
import type { estypes } from '@spendscope/elastic';
import type { AlertRule } from '../provisioning/alertRule';

/** The client’s type of a watch’s search knows its query only; Watcher sends the whole body. */
type SearchBody = estypes.WatcherSearchInputRequestBody & Required<Pick<estypes.SearchRequest, 'size' | 'aggs'>>;

export interface Watch extends estypes.WatcherWatch {
  input: { search: { request: { indices: string[]; body: SearchBody } } };
}

/** Where the answer to a watch’s search holds the groups. */
const buckets = 'ctx.payload.aggregations.groups.buckets';
const minutes10 = 600;

/**
 * A rule as a watch: the same search, window, groups and bounds, asked every minute by Elasticsearch itself. Where the rule
 * judges customers, the API is told of each by itself; the address and the token stand as variables, to be filled in where
 * the watch is stored.
 */
export function watch(rule: AlertRule): Watch {
  const perCustomer = rule.by === indices.anomalies.fields.user_id;
  return {
    metadata: { product: 'spendscope', rule: rule.uid, severity: rule.severity },
    trigger: { schedule: { interval: '1m' } },
    input: { search: { request: { indices: [rule.source.index.readAs], body: searchBody(rule) } } },
    condition: { array_compare: { [buckets]: bound(rule) } },
    ...(perCustomer ? { transform: { script: firing(rule) } } : {}),
    // What one window holds is told once; what lasts longer than that, once an hour.
    throttle_period: rule.within <= minutes10 ? `${rule.within}s` : '1h',
    actions: {
      reviews: {
        ...(perCustomer ? { foreach: 'ctx.payload.firing', max_iterations: rule.groups } : {}),
        webhook: {
          method: 'post',
          url: `\${${environment.apiUrl}}/v1/hooks/watcher`,
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer \${${environment.watcherToken}}` },
          body: JSON.stringify(alert(rule, perCustomer)),
        },
      },
    },
  };
}

const searchBody = ({ source, filter, within, by, groups, atLeast, mean }: AlertRule): SearchBody => ({
  size: 0,
  query: {
    bool: {
      filter: [
        { range: { [source.timeField]: { gte: `now-${within}s`, lte: 'now' } } },
        { query_string: { query: filter, analyze_wildcard: true } },
      ],
    },
  },
  aggs: {
    groups: {
      terms: { field: by, size: groups, order: { _count: 'desc' }, min_doc_count: atLeast },
      ...(mean ? { aggs: { mean: { avg: { field: mean.field } } } } : {}),
    },
  },
});

/** Holds where some group is over the rule’s bounds; groups of too few documents are not in the answer. */
const bound = ({ mean, atLeast }: AlertRule): estypes.WatcherArrayCompareCondition =>
  mean
    ? { path: 'mean.value', gt: { quantifier: 'some', value: mean.above } }
    : { path: 'doc_count', gte: { quantifier: 'some', value: atLeast } };

/** Leaves those groups that fire: a condition only says that some do. */
function firing({ uid, mean }: AlertRule): estypes.ScriptTransform {
  if (!mean) {
    throw new Error(`The rule ${uid} tells of each customer and has no mean to choose them by.`);
  }
  return {
    lang: 'painless',
    source: `return ['firing': ${buckets}.stream().filter(group -> group.mean.value > params.above).collect(Collectors.toList())]`,
    params: { above: mean.above },
  };
}

const alert = ({ uid, words, severity }: AlertRule, perCustomer: boolean): WatcherAlert => ({
  watchId: uid,
  firedAt: '{{ctx.execution_time}}',
  title: words.en.title,
  severity,
  ...(perCustomer ? { user: '{{ctx.payload.key}}' } : {}),
});
