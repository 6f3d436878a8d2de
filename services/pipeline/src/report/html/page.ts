import { wilson } from '@spendscope/analytics';
import { count, type Language, share } from '@spendscope/findings';
import { reportWords } from '../../words/reportWords';
import type { ReportData } from '../collectReport';
import { type KeyFigure, htmlPage, keyFigureList, madeAt } from './htmlPage';
import { type Markup, type Part, html } from './markup';
import { boxCard, claimCard, pairCard, shareCard } from './sections';
import { anomalyCard, correlationCard, countTables } from './tables';

interface Section {
  id: keyof (typeof reportWords)['en']['sections'];
  body: Part;
}

/** The page on customers. */
export function reportPage(data: ReportData, language: Language): string {
  const words = reportWords[language];
  return htmlPage(
    {
      title: words.title,
      world: data.world,
      made: words.made(data.world, madeAt(data.at)),
      head: keyFigures(data, language),
      sections: sectionsOf(data, language).map(({ id, body }) => ({ id, title: words.sections[id], body })),
      notes: [words.method(count(data.findings.tests, language)), words.independent],
    },
    language
  );
}

function sectionsOf(data: ReportData, language: Language): Section[] {
  const words = reportWords[language];
  const { findings, claims, customers } = data;
  const cards = (parts: readonly Markup[]): Markup =>
    parts.length > 0 ? html`<div class="cards">${parts}</div>` : html`<p class="nothing">${words.none}</p>`;
  const tested: Section[] = [{ id: 'claims', body: cards(claims.map((claim) => claimCard(claim, language))) }];
  const churn: Section[] = [
    { id: 'shares', body: cards(findings.shares.map((finding) => shareCard(finding, language))) },
    {
      id: 'boxes',
      body: [html`<p class="muted">${words.boxNote}</p>`, cards(findings.boxes.map((each) => boxCard(each, language)))],
    },
    { id: 'pair', body: pairCard(data, language) },
  ];
  return [
    ...(claims.length > 0 ? tested : []),
    ...(customers.churnField ? churn : []),
    { id: 'correlations', body: correlationCard(data, language) },
    { id: 'anomalies', body: anomalyCard(data, language) },
    { id: 'counts', body: countTables(data, language) },
  ];
}

function keyFigures({ counts, customers }: ReportData, language: Language): Markup {
  const words = reportWords[language];
  const event = customers.churnField;
  const known = event
    ? Array.from(customers.columns.get(event)!.values as ArrayLike<number>).filter(Number.isFinite)
    : [];
  const { rate, low, high } = wilson(
    known.reduce((sum, value) => sum + value, 0),
    known.length
  );
  const rows: KeyFigure[] = [
    { name: words.transactions, value: counts.transactions },
    { name: words.actions, value: counts.actions },
  ].flatMap(({ name, value }) => (value > 0 ? [{ name, value: count(value, language) }] : []));
  const note = words.interval(share(low, language), share(high, language));
  const figures: KeyFigure[] = [
    { name: words.customers, value: count(counts.customers, language) },
    ...rows,
    ...(event
      ? [{ name: event === 'churned' ? words.churnShare : words.inactiveShare, value: share(rate, language), note }]
      : []),
  ];
  return html`${keyFigureList(figures)}
  ${event === 'inactive' && html`<p class="muted">${words.inactiveRule}</p>`}${!event && html`<p class="nothing">${words.noChurn}</p>`}`;
}
