import { anomalyThreshold } from '@spendscope/contracts';
import { alarming } from '../alarming';
import { alertedPanel, anomalyOperations } from '../anomalyOperations';
import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { cardWorld } from '../world';
import type { AlertRule, RuleGroup } from './alertRule';

const source = dataSources.anomalies;
const field = source.index.fields;

const overFiveMinutes: Omit<AlertRule, 'uid' | 'by' | 'groups' | 'words'> = {
  source,
  filter: alarming,
  within: 300,
  // Fewer than this in the window are noise, not an alert.
  atLeast: 5,
  mean: { field: field.anomalyScore, above: anomalyThreshold },
  holdsFor: '0s',
  keepsFiringFor: '5m',
  severity: 'warning',
  board: numbered(anomalyOperations(cardWorld)),
  panel: alertedPanel,
};

/** The product's rule over all anomalies, and its twin per customer. */
export const anomalyAlerts: RuleGroup = {
  name: 'anomalies',
  rules: [
    {
      ...overFiveMinutes,
      uid: 'anomaly-average-score',
      by: field.entity_type,
      groups: 1,
      words: {
        en: {
          title: 'Average anomalyScore over 5 minutes above 0.8',
          summary: 'Most of what looked suspicious in the last 5 minutes was severe.',
          description:
            'The average anomalyScore of what was stored in the last 5 minutes is above 0.8. Open the anomaly table, newest first.',
        },
        ko: {
          title: '최근 5분 평균 anomalyScore가 0.8을 넘음',
          summary: '최근 5분 동안 의심스러웠던 거래 대부분이 심각한 수준입니다.',
          description: '최근 5분 동안 저장된 거래의 평균 anomalyScore가 0.8보다 높습니다. 이상 거래 표를 최신순으로 여세요.',
        },
      },
    },
    {
      ...overFiveMinutes,
      uid: 'anomaly-customer-score',
      by: field.user_id,
      groups: 100,
      words: {
        en: {
          title: 'Average anomalyScore of one customer over 5 minutes above 0.8',
          summary: 'One customer’s last 5 minutes were severe: {{ $labels.user_id }}.',
          description:
            'At least five suspicious transactions of one customer in 5 minutes, with an average anomalyScore above 0.8.',
        },
        ko: {
          title: '한 고객의 최근 5분 평균 anomalyScore가 0.8을 넘음',
          summary: '한 고객의 최근 5분이 심각한 수준입니다: {{ $labels.user_id }}.',
          description: '한 고객에게서 5분 안에 의심 거래가 5건 이상 있었고 평균 anomalyScore가 0.8보다 높습니다.',
        },
      },
    },
  ],
};
