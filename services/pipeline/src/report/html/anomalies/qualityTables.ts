import { count, figure, type Language } from '@spendscope/findings';
import type { RankingFigures } from '../../../quality/detectionQuality';
import type { DetectorQuality } from '../../../quality/judgeDetectors';
import type { ThresholdChoice } from '../../../quality/suggestThresholds';
import { anomalyReportWords } from '../../../words/anomalyReportWords';
import { detectorLabels } from '../../../words/anomalyWords';
import { type Markup, type Part, html } from '../markup';
import { dataTable } from './dataTable';

const three = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

/** How well each detector finds planted anomalies: all, each kind, each style. */
export function qualityTable({ scores, top }: DetectorQuality, language: Language): Markup {
  const words = anomalyReportWords[language];
  const shown = count(top, language);
  const numbers = [
    words.planted,
    'ROC-AUC',
    'PR-AUC',
    words.recallTop(shown),
    words.precisionTop(shown),
    words.recallThreshold,
    words.precisionThreshold,
  ];
  const columns = [
    { title: words.detector },
    { title: words.group },
    ...numbers.map((title) => ({ title, number: true })),
  ];
  const row = (detector: string, group: string, figures: RankingFigures): Part[] => [
    detector,
    group,
    count(figures.anomalies, language),
    ...[figures.rocAuc, figures.prAuc, figures.top.recall, figures.top.precision].map(three),
    ...[figures.threshold.recall, figures.threshold.precision].map(three),
  ];
  const rows = Object.entries(scores).flatMap(([name, { overall, kinds, styles }]) => {
    const label = detectorLabels[language][name as keyof typeof scores];
    const groups = Object.entries({ ...kinds, ...styles });
    return [
      row(label, words.all, overall),
      ...groups.map(([group, figures]) => row('', group.replaceAll('_', ' '), figures)),
    ];
  });
  return dataTable(columns, rows, words.qualityNote(shown));
}

/** Thresholds by the number of alarms and by least cost. */
export function thresholdTables({ thresholds }: DetectorQuality, language: Language): Markup {
  const words = anomalyReportWords[language];
  const titles = [words.threshold, words.alarms, words.recall, words.precision, words.cost];
  const columns = titles.map((title) => ({ title, number: true }));
  const row = ({ threshold, alarms, recall, precision, low, high, cost }: ThresholdChoice): Part[] => [
    Number.isFinite(threshold) ? threshold.toFixed(4) : words.noThreshold,
    count(alarms, language),
    three(recall),
    `${three(precision)} (${three(low)} – ${three(high)})`,
    figure(cost, language),
  ];
  const { missed, falseAlarm } = thresholds.costs;
  const cheapest = words.leastCost(missed.toLocaleString(language), falseAlarm.toLocaleString(language));
  return html`<div class="cards">
    ${dataTable(columns, thresholds.byAlarms.map(row), words.thresholdNote, false)}
    ${dataTable(columns, [row(thresholds.byCost)], cheapest, false)}
  </div>`;
}
