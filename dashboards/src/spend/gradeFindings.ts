import * as common from '@grafana/grafana-foundation-sdk/common';
import { inUnit, narrow, percent, sentences } from '../columns';
import { answer, found, insight, insightTable } from '../insightTable';
import { bars, counted, ofNewestRun, only, renamed, shareBar, sorted, wide } from '../panels';
import { type Panel } from './inRow';

const noGrades = 'The loaded customers have no grades';
const { figures } = insight;

/** What VVIP and VIP are of the customers, and what of the spend: first in words, then as bars. */
export function topShares(): Panel[] {
  const columns = { [insight.group]: 'Grades', [insight.effect]: 'Share of customers', [insight.value]: 'Share of spend' }; // prettier-ignore
  const how = 'Customers with grade VVIP or VIP against all customers with a grade, and their net spend in the last 365 days against that of all.'; // prettier-ignore
  return [
    ofNewestRun(
      bars({
        title: 'How much do VVIP and VIP carry?',
        how: `${how} Computed by the newest run over all customers: range and filters do not change it.`,
        width: 8,
        height: 7,
        unit: 'percentunit',
        queries: [found('top_grades')],
      })
    )
      .noValue(noGrades)
      .decimals(1)
      .showValue(common.VisibilityMode.Always)
      .min(0)
      .max(1)
      .transformations([sorted(insight.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))]),
  ];
}

export const gradeAnswer = (): Panel =>
  answer({
    title: 'Does the VVIP share rise with age?',
    how: 'Cochran–Armitage test for a trend of the VVIP share over age bands in their order, below 0.05 beyond chance; where the share turns, the way up to its highest band and from there are tested alike. Points a band: least squares over all bands.',
    width: 8,
    height: 7,
    kind: 'vvip_trend',
    empty: 'No VVIPs, or no ages',
  });

/** Least, median and most of each grade, and the borders that follow. */
export function borderTable(money: string): Panel {
  const columns = {
    [insight.group]: 'Grade',
    [figures.customers]: 'Customers',
    [figures.min]: 'Least',
    [figures.median]: 'Median',
    [figures.max]: 'Most',
    [figures.border]: 'Up from',
    [figures.down_below]: 'Down below',
    [insight.effect]: 'Rightly',
  };
  return insightTable({
    title: 'What does each grade spend, and where is the border?',
    how: 'Net spend of a customer in the last 365 days. Up from: the spend that puts most customers of a grade and the one below on their own side. Rightly: the share that it does. Down below: what only one in a hundred of the grade stays under. Least and most can lie beyond: who was graded earlier, or was robbed.',
    width: 24,
    height: 7,
    kind: 'grade_borders',
    columns,
    overrides: [
      counted('Customers'),
      ...['Least', 'Median', 'Most', 'Up from', 'Down below'].map((column) => inUnit(column, money)),
      percent('Rightly'),
      ...['Up from', 'Down below', 'Rightly'].map((column) => ({ matcher: { id: 'byName', options: column }, properties: [{ id: 'noValue', value: '–' }] })), // prettier-ignore
    ],
    empty: noGrades,
  });
}

/** Which grade most deserves a benefit: the answer, and the figures that say so. */
export function deserving(money: string): Panel[] {
  const columns = {
    [insight.group]: 'Grade',
    [insight.value]: 'At risk of each 1 spent',
    [insight.low]: 'At least',
    [insight.high]: 'At most',
    [figures.at_risk]: 'Spend at risk',
    [figures.spend]: 'Spend',
    [figures.customers]: 'Customers',
    [insight.verdict]: 'In words',
  };
  return [
    insightTable({
      title: 'Which grade most deserves a benefit?',
      how: 'A benefit paid as a share of spend costs the same per unit in every grade, so it can keep most where most of each unit is at risk: net spend of the last 365 days × churn probability ÷ net spend, with its 95 % interval (ratio estimator). The first row is the answer.',
      width: 24,
      height: 9,
      kind: 'grade_benefit',
      columns,
      overrides: [
        shareBar('At risk of each 1 spent'),
        ...narrow(['Grade', 'Spend at risk', 'Spend', 'Customers']),
        wide('At risk of each 1 spent', 200),
        ...['At least', 'At most'].flatMap((column) => [percent(column), wide(column, 85)]),
        inUnit('Spend at risk', money),
        inUnit('Spend', money),
        counted('Customers'),
        sentences('In words', 420),
      ],
      empty: noGrades,
    }),
  ];
}
