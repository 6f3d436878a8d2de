import { aggregate, average, count, terms } from '../query';
import type { AlertRule, RuleGroup } from './alertRule';
import { expression } from './expression';
import { shownOn } from './shownOn';

/** A file of `provisioning/alerting`: a group of rules, each asked every minute. */
export function grafanaRules({ name, rules }: RuleGroup): object {
  return {
    apiVersion: 1,
    groups: [{ orgId: 1, name, folder: 'Spendscope', interval: '1m', rules: rules.map(grafanaRule) }],
  };
}

function grafanaRule(rule: AlertRule): object {
  const { words, mean } = rule;
  const conditions = [...(mean ? [`$mean > ${mean.above}`] : []), `$documents >= ${rule.atLeast}`];
  return {
    uid: rule.uid,
    title: words.en.title,
    condition: 'fires',
    data: [
      ...(mean ? [asked(rule, 'mean', average(mean.field))] : []),
      asked(rule, 'documents', count),
      expression('fires', { type: 'math', expression: conditions.join(' && ') }),
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

/** Terms without a time bucket make one number per group over exactly the time that is looked back on. */
const asked = (
  { source, filter, by, groups, within }: AlertRule,
  refId: string,
  metric: Parameters<typeof aggregate>[1]['metrics'][number]
): object => ({
  refId,
  datasourceUid: source.uid,
  relativeTimeRange: { from: within, to: 0 },
  model: {
    ...(aggregate(source, {
      refId,
      filter,
      metrics: [metric],
      by: [terms(by, { size: groups, orderBy: '_count' })],
    }).build() as object),
    intervalMs: 1000,
    maxDataPoints: 43200,
  },
});
