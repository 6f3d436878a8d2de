import { anomalyThreshold } from '@spendscope/contracts';
import { alarming } from '../alarming';
import { alertedPanel, anomalyOperations } from '../anomalyOperations';
import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { cardWorld } from '../world';
import type { AlertRule, RuleGroup } from './alertRule';

const source = dataSources.anomalies;
const field = source.index.fields;

const hour = 3_600;
const week = 7 * 24 * hour;

const recent: Omit<AlertRule, 'uid' | 'by' | 'groups' | 'words'> = {
  source,
  filter: alarming,
  within: 300,
  // Fewer than this in the window are noise, not an alert.
  atLeast: 5,
  holdsFor: '0s',
  keepsFiringFor: '5m',
  severity: 'warning',
  board: numbered(anomalyOperations(cardWorld)),
  panel: alertedPanel,
};

/** The product's rule over all anomalies, its twin per customer, and two that hold the last hour against the past. */
export const anomalyAlerts = anomalyAlertsAt(anomalyThreshold);

/** The same with another threshold of the mean score. */
export function anomalyAlertsAt(threshold: number): RuleGroup {
  const mean = { field: field.anomalyScore, above: threshold };
  return {
  name: 'anomalies',
  rules: [
    {
      ...recent,
      uid: 'anomaly-average-score',
      by: field.entity_type,
      mean,
      groups: 1,
      words: {
        en: {
          title: `Average anomalyScore over 5 minutes above ${threshold}`,
          summary: 'Most of what looked suspicious in the last 5 minutes was severe.',
          description:
            `The average anomalyScore of what was stored in the last 5 minutes is above ${threshold}. Open the anomaly table, newest first.`,
        },
        ko: {
          title: `최근 5분 평균 anomalyScore가 ${threshold}을 넘음`,
          summary: '최근 5분 동안 의심스러웠던 거래 대부분이 심각한 수준입니다.',
          description: `최근 5분 동안 저장된 거래의 평균 anomalyScore가 ${threshold}보다 높습니다. 이상 거래 표를 최신순으로 여세요.`,
        },
      },
    },
    {
      ...recent,
      uid: 'anomaly-customer-score',
      by: field.user_id,
      mean,
      groups: 100,
      words: {
        en: {
          title: `Average anomalyScore of one customer over 5 minutes above ${threshold}`,
          summary: 'One customer’s last 5 minutes were severe: {{ $labels.user_id }}.',
          description:
            `At least five suspicious transactions of one customer in 5 minutes, with an average anomalyScore above ${threshold}.`,
        },
        ko: {
          title: `한 고객의 최근 5분 평균 anomalyScore가 ${threshold}을 넘음`,
          summary: '한 고객의 최근 5분이 심각한 수준입니다: {{ $labels.user_id }}.',
          description: `한 고객에게서 5분 안에 의심 거래가 5건 이상 있었고 평균 anomalyScore가 ${threshold}보다 높습니다.`,
        },
      },
    },
    {
      ...recent,
      uid: 'anomaly-score-jump',
      by: field.user_id,
      groups: 100,
      within: hour,
      atLeast: 3,
      mean: { field: field.anomalyScore },
      before: { windows: [[week, hour]], atLeast: 1, meanRisesBy: 0.3 },
      words: {
        en: {
          title: 'anomalyScore of one customer jumped by more than 0.3 within an hour',
          summary: 'One customer acts unlike their own last week: {{ $labels.user_id }}.',
          description:
            'At least three suspicious transactions within an hour, whose average anomalyScore is more than 0.3 above that of the customer’s own seven days before.',
        },
        ko: {
          title: '한 고객의 anomalyScore가 한 시간 안에 0.3 넘게 뛰어오름',
          summary: '한 고객이 지난주의 자신과 다르게 움직입니다: {{ $labels.user_id }}.',
          description: '한 시간 안에 의심 거래가 3건 이상이고, 그 평균 anomalyScore가 그 고객의 지난 7일 평균보다 0.3 넘게 높습니다.',
        },
      },
    },
    {
      ...recent,
      uid: 'anomaly-count-pattern',
      by: undefined,
      groups: 1,
      within: hour,
      atLeast: 10,
      // The same hour of the week: a Monday morning is held against Monday mornings.
      before: { windows: [1, 2, 3, 4].map((weeks) => [weeks * week + hour, weeks * week] as const), moreThanTimes: 3 },
      words: {
        en: {
          title: 'Three times as many anomalies as usual at this hour of the week',
          summary: 'The last hour had more than three times the suspicious transactions of this hour in the last four weeks.',
          description:
            'At least ten within the hour, and more than three times the average of the same hour of the week, four weeks back. Where nothing is stored of then, ten are enough.',
        },
        ko: {
          title: '이 요일 이 시간대 평소보다 이상 거래가 세 배 많음',
          summary: '최근 한 시간의 의심 거래가 지난 4주 같은 시간대 평균의 세 배를 넘습니다.',
          description: '한 시간에 10건 이상이고, 지난 4주 같은 요일 같은 시간대 평균의 세 배를 넘습니다. 그때의 기록이 없으면 10건으로 충분합니다.',
        },
      },
    },
  ],
  };
}
