import { anomalyThreshold } from '@spendscope/contracts';
import { alarming } from '../alarming';
import { anomalyOperations, alertedPanel } from '../anomalyOperations';
import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { aggregate, average, count, terms } from '../query';
import { cardWorld } from '../world';
import { expression } from './expression';
import { shownOn } from './shownOn';

const source = dataSources.anomalies;
const field = source.index.fields;
const board = numbered(anomalyOperations(cardWorld));
const minutes = 5;
/** Fewer documents than this in the window are noise, not an alert. */
const atLeast = 5;

/** Terms without a time bucket make one number per group over exactly the last minutes. */
const asked = (
  refId: string,
  metric: Parameters<typeof aggregate>[1]['metrics'][number],
  group: string,
  size: number
): object => ({
  refId,
  datasourceUid: source.uid,
  relativeTimeRange: { from: minutes * 60, to: 0 },
  model: {
    ...(aggregate(source, {
      refId,
      filter: alarming,
      metrics: [metric],
      by: [terms(group, { size, orderBy: '_count' })],
    }).build() as object),
    intervalMs: 1000,
    maxDataPoints: 43200,
  },
});

interface RuleText {
  uid: string;
  title: string;
  group: string;
  size: number;
  minimum: number;
  summary: string;
  description: string;
}

const rule = ({ uid, title, group, size, minimum, summary, description }: RuleText): object => ({
  uid,
  title,
  condition: 'fires',
  data: [
    asked('score', average(field.anomalyScore), group, size),
    asked('documents', count, group, size),
    expression('fires', { type: 'math', expression: `$score > ${anomalyThreshold} && $documents >= ${minimum}` }),
  ],
  // Nothing suspicious stored in five minutes is the quiet case, not a fault.
  noDataState: 'OK',
  execErrState: 'Error',
  for: '0s',
  keepFiringFor: '5m',
  annotations: {
    summary,
    description,
    ...shownOn(board, alertedPanel),
  },
  labels: { product: 'spendscope', severity: 'warning' },
  isPaused: false,
});

/** `provisioning/alerting`: the product's rule over all anomalies, and its twin per customer. */
export function alertRules(): object {
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: 1,
        name: 'anomalies',
        folder: 'Spendscope',
        interval: '1m',
        rules: [
          rule({
            uid: 'anomaly-average-score',
            title: 'Average anomalyScore over 5 minutes above 0.8',
            group: field.entity_type,
            size: 1,
            minimum: atLeast,
            summary: 'Most of what looked suspicious in the last 5 minutes was severe.',
            description:
              'The average anomalyScore of what was stored in the last 5 minutes is above 0.8. Open the anomaly table, newest first.',
          }),
          rule({
            uid: 'anomaly-customer-score',
            title: 'Average anomalyScore of one customer over 5 minutes above 0.8',
            group: field.user_id,
            size: 100,
            minimum: atLeast,
            summary: 'One customer’s last 5 minutes were severe: {{ $labels.user_id }}.',
            description:
              'At least five suspicious transactions of one customer in 5 minutes, with an average anomalyScore above 0.8.',
          }),
        ],
      },
    ],
  };
}

/** Alerts go to the API’s intake, signed; the API opens review items from them. */
export function contactPoints(): object {
  return {
    apiVersion: 1,
    contactPoints: [
      {
        orgId: 1,
        name: 'Spendscope reviews',
        receivers: [
          {
            uid: 'anomaly-reviews',
            type: 'webhook',
            disableResolveMessage: false,
            settings: {
              url: '$SPENDSCOPE_API_URL/v1/hooks/grafana-alert',
              httpMethod: 'POST',
              hmacConfig: {
                secret: '$SPENDSCOPE_ALERT_SECRET',
                header: 'X-Grafana-Alerting-Signature',
                timestampHeader: 'X-Grafana-Alerting-Timestamp',
              },
            },
          },
        ],
      },
    ],
  };
}

export function notificationPolicies(): object {
  return {
    apiVersion: 1,
    policies: [
      {
        orgId: 1,
        receiver: 'Spendscope reviews',
        group_by: ['grafana_folder', 'alertname'],
        group_wait: '10s',
        group_interval: '1m',
        repeat_interval: '4h',
      },
    ],
  };
}
