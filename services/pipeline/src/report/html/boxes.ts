import type { BoxPlot } from '@spendscope/analytics';
import { type Markup, html } from './markup';
import { clip, round } from './shareBars';

export interface BoxRow {
  label: string;
  box: BoxPlot;
  mean: number;
  title: string;
}

const left = 204;
const width = 296;
const rowHeight = 44;

/** Box plots side by side: box from quartile to quartile, median, whiskers, mean as a diamond. */
export function boxes(rows: readonly BoxRow[], write: (value: number) => string, description: string): Markup {
  const low = Math.min(...rows.map(({ box }) => box.lowWhisker));
  const high = Math.max(...rows.map(({ box, mean }) => Math.max(box.highWhisker, mean)));
  const at = (value: number): number => round(left + (high > low ? ((value - low) / (high - low)) * width : width / 2));
  const ticks = [low, (low + high) / 2, high];
  const anchors = ['start', 'middle', 'end'];
  const bottom = rows.length * rowHeight;
  return html`<svg viewBox="0 0 520 ${bottom + 20}" role="img" aria-label="${description}">
    ${ticks.map((tick, i) => html`<path class="grid" d="M${at(tick)} 0V${bottom}" /><text class="soft" x="${at(tick)}" y="${bottom + 16}" text-anchor="${anchors[i]!}">${write(tick)}</text>`)}
    ${rows.map(({ label, box, mean, title }, i) => {
      const y = i * rowHeight + rowHeight / 2;
      return html`<g
        ><title>${title}</title>
        <text x="${left - 16}" y="${y + 4}" text-anchor="end">${clip(label)}</text>
        <path
          class="line"
          d="M${at(box.lowWhisker)} ${y}H${at(box.q1)}M${at(box.q3)} ${y}H${at(box.highWhisker)}M${at(box.lowWhisker)} ${y - 6}v12M${at(box.highWhisker)} ${y - 6}v12" />
        <rect
          class="box"
          x="${at(box.q1)}"
          y="${y - 11}"
          width="${Math.max(1, round(at(box.q3) - at(box.q1)))}"
          height="22"
          rx="2" />
        <path class="line" d="M${at(box.median)} ${y - 11}v22" stroke-width="2.5" />
        <path class="other" d="M${at(mean)} ${y - 5}l5 5l-5 5l-5 -5z"
      /></g>`;
    })}
  </svg>`;
}
