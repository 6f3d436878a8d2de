import { type Markup, html } from '@spendscope/pipeline';

export interface Series {
  label: string;
  /** one value for each of the chart's places, undefined where there is none */
  values: readonly (number | undefined)[];
}

export interface LineChart {
  description: string;
  /** words under the places, from left to right */
  places: readonly string[];
  xLabel: string;
  yLabel: string;
  series: readonly Series[];
  scale: 'linear' | 'log';
}

const [left, right, top, bottom] = [72, 620, 24, 240];
/** Lines are told apart by their dashes and the words at their ends, so that no colour is needed. */
const dashes = ['', '6 4', '2 4', '10 4 2 4', '1 3'];
const round = (value: number): number => Math.round(value * 10) / 10;
const tell = (value: number): string =>
  value >= 10 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));

/** Where the axis has lines: powers of ten (log), or four steps of a round size. */
export function ticksOf(most: number, least: number, scale: LineChart['scale']): number[] {
  if (scale === 'log') {
    const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
    return Array.from({ length: Math.max(to - from, 1) + 1 }, (_, i) => 10 ** (from + i));
  }
  const rough = most / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= rough)!;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

/** Lines over places that stand at equal distances. */
export function lineChart({ description, places, xLabel, yLabel, series, scale }: LineChart): Markup {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== undefined && value > 0)) as number[];
  if (known.length === 0) {
    return html`<p class="nothing">Nothing was answered.</p>`;
  }
  const ticks = ticksOf(Math.max(...known), Math.min(...known), scale);
  const place = (value: number): number => (scale === 'log' ? Math.log10(value) : value);
  const [low, high] = [place(ticks[0]!), place(ticks.at(-1)!)];
  const x = (i: number): number => round(left + ((i + 0.5) * (right - left)) / places.length);
  const y = (value: number): number => round(bottom - ((place(value) - low) / (high - low)) * (bottom - top));
  const lines = series.map(({ label, values }, number) => {
    const points = values.flatMap((value, i) => (value !== undefined && value > 0 ? [{ i, value }] : []));
    const drawn = points.map(({ i, value }, k) => `${k === 0 ? 'M' : 'L'}${x(i)} ${y(value)}`).join('');
    return { label, drawn, points, dash: dashes[number % dashes.length]! };
  });
  return html`<figure>
    <svg viewBox="0 0 720 ${bottom + 44}" role="img" aria-label="${description}">
      ${ticks.map((tick) => html`<path class="grid" d="M${left} ${y(tick)}H${right}" /><text class="soft" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${tell(tick)}</text>`)}
      ${places.map((words, i) => html`<text class="soft" x="${x(i)}" y="${bottom + 16}" text-anchor="middle">${words}</text>`)}
      <text class="soft" x="${left}" y="${bottom + 36}">${xLabel} →</text>
      <text class="soft" x="0" y="10">↑ ${yLabel}</text>
      ${lines.map(({ drawn, dash }) => html`<path class="line" stroke-dasharray="${dash}" d="${drawn}" />`)}
      ${lines.map(({ points }) => points.map(({ i, value }) => html`<circle class="bar" cx="${x(i)}" cy="${y(value)}" r="3"><title>${places[i]}: ${tell(value)}</title></circle>`))}
      ${endLabels(lines, x, y)}
    </svg>
  </figure>`;
}

interface Drawn {
  label: string;
  points: { i: number; value: number }[];
}

/** Words at the lines' ends, moved apart where they would cover each other. */
function endLabels(lines: readonly Drawn[], x: (i: number) => number, y: (value: number) => number): Markup[] {
  const ends = lines
    .flatMap(({ label, points }) => (points.length > 0 ? [{ label, end: points.at(-1)! }] : []))
    .map(({ label, end }) => ({ label, x: x(end.i) + 8, y: y(end.value) + 4 }))
    .sort((a, b) => a.y - b.y);
  ends.forEach((label, i) => {
    label.y = i === 0 ? label.y : Math.max(label.y, ends[i - 1]!.y + 14);
  });
  return ends.map((label) => html`<text x="${label.x}" y="${round(label.y)}">${label.label}</text>`);
}
