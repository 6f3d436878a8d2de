import { aggregate, average, byTime, count, terms } from '../query';
import type { AlertRule, RuleGroup } from './alertRule';
import { type Figure, conditionsOf, figuresOf, formulaOf } from './conditions';
import { expression } from './expression';
import { shownOn } from './shownOn';
import { luceneOfWindows, spanOf } from './windows';

/** Whatever its length, steps hold only documents of what is looked back on. */
const step = '1h';

/** A file of `provisioning/alerting`: a group of rules, each asked every minute. */
export function grafanaRules({ name, rules }: RuleGroup): object {
  return {
    apiVersion: 1,
    groups: [{ orgId: 1, name, folder: 'Spendscope', interval: '1m', rules: rules.map(grafanaRule) }],
  };
}

function grafanaRule(rule: AlertRule): object {
  const { words } = rule;
  const conditions = conditionsOf(rule);
  return {
    uid: rule.uid,
    title: words.en.title,
    condition: 'fires',
    data: [
      ...figuresOf(conditions).flatMap((figure) => asked(rule, figure)),
      expression('fires', { type: 'math', expression: formulaOf(conditions, (figure) => `$${figure}`) }),
    ],
    // Nothing stored is the quiet case, not a fault.
    noDataState: 'OK',
    execErrState: 'Error',
    for: rule.holdsFor,
    ...(rule.keepsFiringFor ? { keepFiringFor: rule.keepsFiringFor } : {}),
    annotations: {
      summary: words.en.summary,
      description: words.en.description,
      title_ko: words.ko.title,
      summary_ko: words.ko.summary,
      description_ko: words.ko.description,
      ...shownOn(rule.board, rule.panel),
    },
    labels: { product: 'spendscope', ...(rule.part ? { part: rule.part } : {}), severity: rule.severity },
    isPaused: false,
  };
}

/**
 * A figure of each group over exactly the time that is looked back on: terms without a time bucket make one number each.
 * Of all together it is the sum over steps of time, which are there, and zero, where nothing is stored.
 */
function asked({ source, filter, by, groups, within, mean, before }: AlertRule, figure: Figure): object[] {
  const earlier = figure.endsWith('Before') ? before!.windows : undefined;
  const [from, to] = earlier ? spanOf(earlier) : [within, 0];
  // The largest groups of now need not be the largest of then.
  const size = earlier ? 10 * groups : groups;
  const refId = by === undefined ? `${figure}OverTime` : figure;
  const query = {
    refId,
    datasourceUid: source.uid,
    relativeTimeRange: { from, to },
    model: {
      ...(aggregate(source, {
        refId,
        filter: earlier ? `${filter} AND ${luceneOfWindows(source.timeField, earlier)}` : filter,
        metrics: [figure.startsWith('mean') ? average(mean!.field) : count],
        by: [by === undefined ? byTime(source.timeField, step, 'utc') : terms(by, { size, orderBy: '_count' })],
      }).build() as object),
      intervalMs: 1000,
      maxDataPoints: 43200,
    },
  };
  return by === undefined
    ? [query, expression(figure, { type: 'reduce', reducer: 'sum', expression: refId })]
    : [query];
}
