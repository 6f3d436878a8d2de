import { type Markup, html } from './markup';

export interface BarRow {
  label: string;
  /** 0 to 1 of the widest */
  size: number;
  low: number;
  high: number;
  text: string;
  note: string;
}

const left = 192;
const width = 176;
const rowHeight = 28;

/** Horizontal bars with their intervals as lines, on a scale of 0 to `most`. */
export function shareBars(rows: readonly BarRow[], most: number, description: string): Markup {
  const height = rows.length * rowHeight;
  const at = (value: number): number => round(left + (width * Math.min(Math.max(value, 0), most)) / (most || 1));
  return html`<svg viewBox="0 0 520 ${height}" role="img" aria-label="${description}">
    ${rows.map(({ label, size, low, high, text, note }, i) => {
      const y = i * rowHeight;
      return html`<g
        ><title>${label}: ${text}, ${note}</title>
        <text x="${left - 8}" y="${y + 18}" text-anchor="end">${clip(label)}</text>
        <rect class="rail" x="${left}" y="${y + 6}" width="${width}" height="16" rx="2" />
        <rect class="bar" x="${left}" y="${y + 6}" width="${round(at(size) - left)}" height="16" rx="2" />
        ${Number.isFinite(low) && html`<path class="line" d="M${at(low)} ${y + 14}H${at(high)}M${at(low)} ${y + 10}v8M${at(high)} ${y + 10}v8" />`}
        <text x="${left + width + 8}" y="${y + 18}">${text}</text>
        <text class="soft" x="${left + width + 64}" y="${y + 18}">${note}</text></g
      >`;
    })}
  </svg>`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
export const clip = (label: string, length = 27): string =>
  label.length > length ? `${label.slice(0, length - 1)}…` : label;
