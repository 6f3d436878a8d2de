import { createHash } from 'node:crypto';
import type { Language } from '@spendscope/findings';
import { Markup, type Part, html } from './markup';
import { styleSheet } from './styleSheet';

export interface PageSection {
  id: string;
  title: string;
  body: Part;
}

export interface PageParts {
  title: string;
  world: string;
  /** one line under the title */
  made: string;
  /** figures under it */
  head: Part;
  sections: readonly PageSection[];
  /** paragraphs at the end */
  notes: readonly string[];
}

/** One self-contained page: no script, nothing loaded, and a policy that allows only its own style sheet. */
export function htmlPage({ title, world, made, head, sections, notes }: PageParts, language: Language): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styleSheet).digest('base64')}'`;
  // In one piece: white space around the rules would change their hash.
  const style = new Markup(`<style>${styleSheet}</style>`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${world}</title>
        ${style}
      </head>
      <body>
        <main>
          <header>
            <h1>${title}</h1>
            <p class="muted">${made}</p>
            ${head}
            <nav>
              <ul>
                ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
              </ul>
            </nav>
          </header>
          ${sections.map(
            ({ id, title, body }) =>
              html`<section id="${id}">
                <h2>${title}</h2>
                ${body}
              </section>`
          )}
          <footer class="muted">${notes.map((note) => html`<p>${note}</p>`)}</footer>
        </main>
      </body>
    </html> `;
  return page.text;
}

export interface KeyFigure {
  name: string;
  value: string;
  note?: string;
}

/** Figures in large type, each under its name. */
export function keyFigureList(figures: readonly KeyFigure[]): Markup {
  return html`<dl class="keys">
    ${figures.map(
      ({ name, value, note }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
          ${note !== undefined && html`<div class="muted">${note}</div>`}
        </div>`
    )}
  </dl>`;
}

/** The time of a report as its reader sees it. */
export const madeAt = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
