import { createHash } from 'node:crypto';
import { wilson } from '@spendscope/analytics';
import type { Language } from '../../words/fieldLabels';
import { count, share } from '../../words/numbers';
import { reportWords } from '../../words/reportWords';
import type { ReportData } from '../collectReport';
import { Markup, type Part, html } from './markup';
import { boxCard, claimCard, pairCard, shareCard } from './sections';
import { styleSheet } from './styleSheet';
import { anomalyCard, correlationCard, countTables } from './tables';

interface Section {
  id: keyof (typeof reportWords)['en']['sections'];
  body: Part;
}

/** One self-contained page: no script, nothing loaded, and a policy that allows only its own style sheet. */
export function reportPage(data: ReportData, language: Language): string {
  const words = reportWords[language];
  const sections = sectionsOf(data, language);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styleSheet).digest('base64')}'`;
  // In one piece: white space around the rules would change their hash.
  const style = new Markup(`<style>${styleSheet}</style>`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} · ${data.world}</title>
        ${style}
      </head>
      <body>
        <main>
          <header>
            <h1>${words.title}</h1>
            <p class="muted">
              ${words.made(data.world, data.at.toISOString().slice(0, 16).replace('T', ' ') + ' UTC')}
            </p>
            ${keyFigures(data, language)}
            <nav>
              <ul>
                ${sections.map(({ id }) => html`<li><a href="#${id}">${words.sections[id]}</a></li>`)}
              </ul>
            </nav>
          </header>
          ${sections.map(
            ({ id, body }) =>
              html`<section id="${id}">
                <h2>${words.sections[id]}</h2>
                ${body}
              </section>`
          )}
          <footer class="muted">
            <p>${words.method(count(data.findings.tests, language))}</p>
            <p>${words.independent}</p>
          </footer>
        </main>
      </body>
    </html> `;
  return page.text;
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

interface KeyFigure {
  name: string;
  value: string;
  note?: string;
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
  return html`<dl class="keys">
      ${figures.map(
        ({ name, value, note }) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
            ${note !== undefined && html`<div class="muted">${note}</div>`}
          </div>`
      )}
    </dl>
    ${event === 'inactive' && html`<p class="muted">${words.inactiveRule}</p>`}${!event && html`<p class="nothing">${words.noChurn}</p>`}`;
}
