import { type Markup, type Part, html } from '../markup';

export interface DataColumn {
  title: string;
  number?: boolean;
}

/** A card with a table; wide tables scroll inside it. */
export function dataTable(
  columns: readonly DataColumn[],
  rows: readonly (readonly Part[])[],
  note?: string,
  wide = true
): Markup {
  const kind = (j: number): string => (columns[j]!.number ? 'number' : 'text');
  return html`<section class="card${wide && ' wide'}">
    ${note !== undefined && html`<p class="muted">${note}</p>`}
    <figure>
      <table>
        <thead>
          <tr>
            ${columns.map(({ title }, j) => html`<th class="${kind(j)}">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell, j) => html`<td class="${kind(j)}">${cell}</td>`)}
              </tr>`
          )}
        </tbody>
      </table>
    </figure>
  </section>`;
}
