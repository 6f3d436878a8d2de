import type { Anomaly } from '@spendscope/contracts';
import { capitalised, count, type Language } from '@spendscope/findings';
import { anomalyReportWords } from '../../../words/anomalyReportWords';
import { detectorLabels, reasonSentence } from '../../../words/anomalyWords';
import type { AnomalyReportData } from '../../anomalies/collectAnomalies';
import { type Markup, html } from '../markup';
import { dataTable } from './dataTable';

/** The highest scores, with what each detector says and the reasons in words. */
export function topTable(data: AnomalyReportData, language: Language): Markup {
  const words = anomalyReportWords[language];
  const { top, anomalies, detectors, currency, timeZone } = data;
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const columns = [
    { title: words.rank, number: true },
    { title: words.score, number: true },
    ...detectors.map((name) => ({ title: detectorLabels[language][name], number: true })),
    { title: words.votes },
    { title: words.when },
    { title: words.customer },
    { title: words.amount, number: true },
    { title: words.where },
    { title: words.why },
  ];
  const rows = top.map((anomaly, i) => [
    i + 1,
    anomaly.anomalyScore.toFixed(3),
    ...detectors.map((name) => anomaly.scores[name]?.toFixed(2) ?? '–'),
    words.votesOf(String(anomaly.votes?.length ?? 0), String(Object.keys(anomaly.scores).length)),
    time.format(new Date(anomaly.timestamp)),
    html`${anomaly.user_id}<br /><span class="muted">${anomaly.transaction_id}</span>`,
    anomaly.amount === undefined ? '–' : count(anomaly.amount, language),
    [anomaly.merchant ?? anomaly.category_mid, anomaly.country].filter(Boolean).join(', '),
    whyOf(anomaly, language),
  ]);
  const note = words.topNote(count(top.length, language), count(anomalies, language), currency, timeZone);
  return dataTable(columns, rows, note);
}

/** Customers by a score of their own, with what makes them strange as a whole. */
export function strangestTable({ strangest }: AnomalyReportData, language: Language): Markup {
  const words = anomalyReportWords[language];
  const columns = [
    { title: words.rank, number: true },
    { title: words.score, number: true },
    { title: words.customer },
    { title: words.why },
  ];
  const rows = strangest.map((customer, i) => [
    i + 1,
    customer.anomalyScore.toFixed(3),
    customer.user_id,
    whyOf(customer, language),
  ]);
  return dataTable(columns, rows, words.strangestNote);
}

function whyOf({ reasons, reason_details: details }: Anomaly, language: Language): string {
  const told = reasons.map((code, i) => reasonSentence(code, details[i] ?? { value: NaN }, language));
  return capitalised(told.join('; '));
}
