import { type WatcherAlert, environment, indices } from '@spendscope/contracts';
import type { estypes } from '@spendscope/elastic';
import type { AlertRule, Window } from '../provisioning/alertRule';
import { type Figure, conditionsOf, formulaOf } from '../provisioning/conditions';
import { spanOf } from '../provisioning/windows';

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
    condition: rule.before ? { script: someFires(rule) } : { array_compare: { [buckets]: bound(rule) } },
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

function searchBody(rule: AlertRule): SearchBody {
  const { source, filter, within, by, groups, before } = rule;
  const from = before ? Math.max(within, spanOf(before.windows)[0]) : within;
  return {
    size: 0,
    query: {
      bool: {
        filter: [ago(source.timeField, [from, 0]), { query_string: { query: filter, analyze_wildcard: true } }],
      },
    },
    aggs: {
      groups: {
        ...(by === undefined
          ? { filters: { keyed: false, filters: { all: { match_all: {} } } } }
          : {
              terms: {
                field: by,
                size: groups,
                order: { [before ? 'now' : '_count']: 'desc' },
                min_doc_count: before ? 1 : rule.atLeast,
              },
            }),
        ...(before ? { aggs: heldAgainst(rule, before.windows) } : meanOf(rule)),
      },
    },
  };
}

const meanOf = ({ mean }: AlertRule): Pick<estypes.AggregationsAggregationContainer, 'aggs'> =>
  mean ? { aggs: { mean: { avg: { field: mean.field } } } } : {};

/** The newer end of what lies back belongs to the time after. */
const ago = (timeField: string, [from, to]: Window): estypes.QueryDslQueryContainer => ({
  range: { [timeField]: { gte: `now-${from}s`, ...(to === 0 ? { lte: 'now' } : { lt: `now-${to}s` }) } },
});

/** The same of now and of before, of each group. */
const heldAgainst = (
  rule: AlertRule,
  windows: readonly Window[]
): Record<string, estypes.AggregationsAggregationContainer> => ({
  now: { filter: ago(rule.source.timeField, [rule.within, 0]), ...meanOf(rule) },
  before: {
    filter: { bool: { should: windows.map((window) => ago(rule.source.timeField, window)) } },
    ...meanOf(rule),
  },
});

const places: Record<Figure, string> = {
  documents: 'group.now.doc_count',
  mean: 'group.now.mean.value',
  documentsBefore: 'group.before.doc_count',
  meanBefore: 'group.before.mean.value',
};

/** Two numbers of a group cannot be compared by any other condition of Watcher’s. */
const someFires = (rule: AlertRule): estypes.WatcherScriptCondition => ({
  lang: 'painless',
  source: `return ${buckets}.stream().anyMatch(group -> ${formulaOf(conditionsOf(rule), (figure) => places[figure])})`,
});

/** Holds where some group is over the rule’s bounds; groups of too few documents are not in the answer. */
const bound = ({ mean, atLeast }: AlertRule): estypes.WatcherArrayCompareCondition =>
  mean?.above === undefined
    ? { path: 'doc_count', gte: { quantifier: 'some', value: atLeast ?? 0 } }
    : { path: 'mean.value', gt: { quantifier: 'some', value: mean.above } };

/** Leaves those groups that fire: a condition only says that some do. */
function firing(rule: AlertRule): estypes.ScriptTransform {
  const leaving = (test: string): string =>
    `return ['firing': ${buckets}.stream().filter(group -> ${test}).collect(Collectors.toList())]`;
  if (rule.before) {
    return { lang: 'painless', source: leaving(formulaOf(conditionsOf(rule), (figure) => places[figure])) };
  }
  if (rule.mean?.above === undefined) {
    throw new Error(`The rule ${rule.uid} tells of each customer and has no mean to choose them by.`);
  }
  return { lang: 'painless', source: leaving('group.mean.value > params.above'), params: { above: rule.mean.above } };
}

const alert = ({ uid, words, severity }: AlertRule, perCustomer: boolean): WatcherAlert => ({
  watchId: uid,
  firedAt: '{{ctx.execution_time}}',
  title: words.en.title,
  severity,
  ...(perCustomer ? { user: '{{ctx.payload.key}}' } : {}),
});
