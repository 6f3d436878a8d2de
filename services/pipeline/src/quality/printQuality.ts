import { anomalyThreshold } from '@spendscope/contracts';
import type { RankingFigures, ScoreQuality } from './detectionQuality';
import type { DetectorQuality } from './judgeDetectors';
import type { LabelledQuality } from './labelledQuality';
import type { ThresholdChoice } from './suggestThresholds';

/** The figures as tables for a terminal: a block for each detector and one for the combination, then thresholds. */
export function printQuality(quality: DetectorQuality): string {
  const { modelVersion, world, transactions, top, scores, thresholds } = quality;
  const { anomalies } = scores.combined.overall;
  const { missed, falseAlarm } = thresholds.costs;
  const choice = ({ threshold, alarms, recall, precision, low, high, cost }: ThresholdChoice): string[] => [
    Number.isFinite(threshold) ? threshold.toFixed(4) : 'none',
    String(alarms),
    three(recall),
    `${three(precision)} (${three(low)} to ${three(high)})`,
    cost.toPrecision(3),
  ];
  const header = ['threshold', 'alarms', 'recall', 'precision (95 %)', 'cost'];
  return [
    `Model ${modelVersion} on ${world}: ${transactions} transactions, ${anomalies} of them planted anomalies.`,
    ...Object.entries(scores).map(([name, score]) => `${name}\n${printScore(score, top)}`),
    `Thresholds of the combined score for a number of alarms\n${table([header, ...thresholds.byAlarms.map(choice)])}`,
    `Least cost where a missed anomaly costs ${missed} and a false alarm ${falseAlarm}\n${table([header, choice(thresholds.byCost)])}`,
  ].join('\n\n');
}

/** What people's labels say, as tables for a terminal. */
export function printLabels({ judged, confirmed, top, thresholds }: LabelledQuality): string {
  const header = ['highest scores', 'judged', 'confirmed', 'precision (95 %)'];
  const rows = top.map((cut) => [
    String(cut.alarms),
    String(cut.judged),
    String(cut.confirmed),
    `${three(cut.precision)} (${three(cut.low)} to ${three(cut.high)})`,
  ]);
  return [
    `Labels: ${judged} judged transactions, ${confirmed} of them confirmed. What nobody judged says nothing.`,
    table([header, ...rows]),
    thresholds
      ? `Least cost among the judged, where a missed anomaly costs ${thresholds.costs.missed} and a false alarm ${thresholds.costs.falseAlarm}: alarm from ${three(thresholds.byCost.threshold)}.`
      : 'No threshold can be suggested: that needs confirmed anomalies and false alarms.',
  ].join('\n');
}

function printScore({ overall, kinds, styles }: ScoreQuality, top: number): string {
  const header = [
    '',
    'anomalies',
    'ROC-AUC',
    'PR-AUC',
    `recall@${top}`,
    `precision@${top}`,
    `recall≥${anomalyThreshold}`,
    `precision≥${anomalyThreshold}`,
  ];
  const row = ([name, figures]: [string, RankingFigures]): string[] => [
    name,
    String(figures.anomalies),
    ...[figures.rocAuc, figures.prAuc, figures.top.recall, figures.top.precision].map(three),
    ...[figures.threshold.recall, figures.threshold.precision].map(three),
  ];
  return table([header, row(['all', overall]), ...Object.entries(kinds).map(row), ...Object.entries(styles).map(row)]);
}

const three = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

/** The first column to the left, figures to the right. */
function table(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, j) => Math.max(...rows.map((row) => row[j]!.length)));
  return rows
    .map((row) => row.map((cell, j) => (j === 0 ? cell.padEnd(widths[j]!) : cell.padStart(widths[j]!))).join('  '))
    .join('\n');
}
