import { type Markup, html } from './markup';
import { clip } from './shareBars';

export interface HeatCell {
  /** −1 to 1: sign gives the colour, size the depth */
  depth: number;
  text: string;
  title: string;
}

/** A table of coloured cells with a text in each; cells without data are empty. */
export function heatMap(
  rows: readonly string[],
  columns: readonly string[],
  cell: (row: number, column: number) => HeatCell | undefined,
  { description, cellWidth = 36, slanted = false }: { description: string; cellWidth?: number; slanted?: boolean }
): Markup {
  const left = 168;
  const top = slanted ? 150 : 24;
  const rowHeight = 26;
  const width = left + columns.length * cellWidth + (slanted ? 90 : 8);
  return html`<svg viewBox="0 0 ${width} ${top + rows.length * rowHeight}" role="img" aria-label="${description}">
    ${columns.map((label, j) => {
      const x = left + j * cellWidth + cellWidth / 2;
      return slanted
        ? html`<text transform="translate(${x} ${top - 8}) rotate(-50)">${clip(label)}</text>`
        : html`<text class="soft" x="${x}" y="${top - 8}" text-anchor="middle">${label}</text>`;
    })}
    ${rows.map((label, i) => {
      const y = top + i * rowHeight;
      return html`<text x="${left - 8}" y="${y + 17}" text-anchor="end">${clip(label)}</text> ${columns.map((_, j) => {
          const shown = cell(i, j);
          const x = left + j * cellWidth;
          return (
            shown &&
            html`<g
              ><title>${shown.title}</title>
              <rect class="rail" x="${x + 1}" y="${y + 1}" width="${cellWidth - 2}" height="${rowHeight - 2}" rx="2" />
              <rect
                class="${shown.depth < 0 ? 'other' : 'bar'}"
                fill-opacity="${Math.round(Math.min(1, Math.abs(shown.depth)) * 60) / 100}"
                x="${x + 1}"
                y="${y + 1}"
                width="${cellWidth - 2}"
                height="${rowHeight - 2}"
                rx="2"
              />
              <text x="${x + cellWidth / 2}" y="${y + 17}" text-anchor="middle">${shown.text}</text></g
            >`
          );
        })}`;
    })}
  </svg>`;
}
