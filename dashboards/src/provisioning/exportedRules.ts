import { watch } from '../watcher/watch';
import { anomalyAlertsAt } from './anomalyAlerts';
import { grafanaRules } from './grafanaRules';
import { yamlOf } from './yamlOf';

/** The alert rules on anomalies with a threshold of somebody's own, as files by name: for Grafana's provisioning, and watches. */
export function exportedRules(threshold: number): Record<string, string> {
  const group = anomalyAlertsAt(threshold);
  return {
    'rules.yaml': `# Alert rules on anomalies from a mean score of ${threshold}; replaces provisioning/alerting/rules.yaml.\n${yamlOf(grafanaRules(group))}`,
    ...Object.fromEntries(group.rules.map((rule) => [`${rule.uid}.json`, `${JSON.stringify(watch(rule), null, 2)}\n`])),
  };
}
