import type { DetectorName } from '@spendscope/contracts';
import { count, type Language, share } from '@spendscope/findings';
import { anomalyReportWords } from '../../../words/anomalyReportWords';
import { detectorLabels, reasonTitle } from '../../../words/anomalyWords';
import { reportWords } from '../../../words/reportWords';
import type { AnomalyReportData } from '../../anomalies/collectAnomalies';
import { type PageSection, htmlPage, keyFigureList, madeAt } from '../htmlPage';
import { type Markup, type Part, html } from '../markup';
import { anomalyCard } from '../tables';
import { dataTable } from './dataTable';
import { qualityTable, thresholdTables } from './qualityTables';
import { strangestTable, topTable } from './topTable';

/** The page on anomalies. */
export function anomalyPage(data: AnomalyReportData, language: Language): string {
  const words = anomalyReportWords[language];
  return htmlPage(
    {
      title: words.title,
      world: data.world,
      made: reportWords[language].made(data.world, madeAt(data.at)),
      head: head(data, language),
      sections: sectionsOf(data, language),
      notes: [words.method, words.limits],
    },
    language
  );
}

function head(data: AnomalyReportData, language: Language): Markup {
  const words = anomalyReportWords[language];
  const { transactions, anomalies, customers, agreement, detectors } = data;
  const all = agreement.find((each) => each.detectors.length === detectors.length)?.transactions ?? 0;
  return keyFigureList([
    { name: words.transactions, value: count(transactions, language) },
    {
      name: words.anomalies,
      value: count(anomalies, language),
      ...(transactions > 0 ? { note: words.anomaliesNote(share(anomalies / transactions, language)) } : {}),
    },
    { name: words.customers, value: count(customers, language) },
    ...(detectors.length > 0
      ? [{ name: words.flaggedByAll, value: count(all, language), note: namesOf(detectors, language) }]
      : []),
  ]);
}

function sectionsOf(data: AnomalyReportData, language: Language): PageSection[] {
  const words = anomalyReportWords[language];
  const section = (id: keyof typeof words.sections, body: Part): PageSection => ({
    id,
    title: words.sections[id],
    body,
  });
  const { quality, anomalies, hours } = data;
  const nothing = html`<p class="nothing">${words.none}</p>`;
  const found: PageSection[] = [
    section('top', topTable(data, language)),
    section('agreement', agreementTable(data, language)),
    section('reasons', reasonTable(data, language)),
    section('customers', customerTable(data, language)),
    ...(data.strangest.length > 0 ? [section('strangest', strangestTable(data, language))] : []),
    section(
      'hours',
      anomalyCard({ anomalies: hours.length > 0 ? { hours } : { missing: 'no_transactions' } }, language)
    ),
  ];
  return [
    ...(anomalies > 0 ? found : [section('top', nothing)]),
    ...(quality ? [section('quality', qualityTable(quality, language)), section('thresholds', thresholdTables(quality, language))] : []), // prettier-ignore
  ];
}

function agreementTable({ agreement, anomalies }: AnomalyReportData, language: Language): Markup {
  const words = anomalyReportWords[language];
  const rows = agreement.map(({ detectors, transactions }) => [
    detectors.length > 0 ? namesOf(detectors, language) : words.nobody,
    count(transactions, language),
    share(transactions / anomalies, language),
  ]);
  return dataTable(counted(words.flaggedBy, language), rows, words.agreementNote);
}

function reasonTable({ reasons, anomalies }: AnomalyReportData, language: Language): Markup {
  const words = anomalyReportWords[language];
  const rows = reasons.map(({ code, transactions }) => [
    reasonTitle(code, language),
    count(transactions, language),
    share(transactions / anomalies, language),
  ]);
  return dataTable(counted(words.why, language), rows, words.reasonsNote);
}

function customerTable({ topCustomers, currency }: AnomalyReportData, language: Language): Markup {
  const words = anomalyReportWords[language];
  const columns = [
    { title: words.customer },
    { title: words.anomalies, number: true },
    { title: words.highest, number: true },
    { title: `${words.sum} (${currency})`, number: true },
  ];
  const rows = topCustomers.map(({ userId, anomalies, highest, amount }) => [
    userId,
    count(anomalies, language),
    highest.toFixed(3),
    count(amount, language),
  ]);
  return dataTable(columns, rows);
}

function counted(title: string, language: Language): { title: string; number?: boolean }[] {
  const words = anomalyReportWords[language];
  return [{ title }, { title: words.count, number: true }, { title: words.share, number: true }];
}

const namesOf = (detectors: readonly DetectorName[], language: Language): string =>
  detectors.map((name) => detectorLabels[language][name]).join(' + ');
