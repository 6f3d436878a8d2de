import { type Markup, html } from './markup';
import { round } from './shareBars';

export interface Bubble {
  /** column and row, from 0 */
  x: number;
  y: number;
  n: number;
  /** 0 to 1: how deep the second colour covers the first */
  share: number;
  title: string;
}

/** Customers on a grid: area is their number, the inner circle's area the share with the event. */
export function bubbles(
  points: readonly Bubble[],
  axes: { x: readonly string[]; y: readonly string[]; xLabel: string; yLabel: string; description: string }
): Markup {
  const left = 84;
  const step = Math.min(72, 860 / axes.x.length);
  const rowStep = 52;
  const top = 24;
  const bottom = top + axes.y.length * rowStep;
  const most = Math.max(...points.map(({ n }) => n));
  const radius = (n: number): number => round(Math.max(1.5, (Math.min(step, rowStep) / 2 + 6) * Math.sqrt(n / most)));
  const cx = (x: number): number => round(left + (x + 0.5) * step);
  const cy = (y: number): number => round(bottom - (y + 0.5) * rowStep);
  return html`<svg viewBox="0 0 960 ${bottom + 44}" role="img" aria-label="${axes.description}">
    ${axes.y.map((label, y) => html`<path class="grid" d="M${left} ${cy(y)}H${left + step * axes.x.length}" /><text class="soft" x="${left - 8}" y="${cy(y) + 4}" text-anchor="end">${label}</text>`)}
    ${axes.x.map((label, x) => html`<text class="soft" x="${cx(x)}" y="${bottom + 16}" text-anchor="middle">${label}</text>`)}
    <text class="soft" x="${left}" y="${bottom + 36}">${axes.xLabel} →</text>
    <text class="soft" x="0" y="10">↑ ${axes.yLabel}</text>
    ${points.map(
      ({ x, y, n, share, title }) =>
        html`<g
          ><title>${title}</title>
          <circle class="bar" fill-opacity="0.45" cx="${cx(x)}" cy="${cy(y)}" r="${radius(n)}" />
          <circle class="other" cx="${cx(x)}" cy="${cy(y)}" r="${round(radius(n) * Math.sqrt(share))}"
        /></g>`
    )}
  </svg>`;
}
