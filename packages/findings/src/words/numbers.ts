import type { Language } from './fieldLabels';

/** Figures for reading: about three digits, thousands separated; the sign is a minus, and whole counts stay whole. */
export function figure(value: number, language: Language): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  }
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size < 0.1 && size >= 0.0005 ? 3 : 2;
  // A figure that rounds to nothing has no sign.
  const shown = size < 0.0005 ? 0 : value;
  return shown
    .toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−');
}

export function count(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumFractionDigits: 0 });
}

/** A mark on an axis. */
export function tick(value: number, language: Language): string {
  const notation = Math.abs(value) >= 100_000 ? 'compact' : 'standard';
  return value.toLocaleString(language, { maximumSignificantDigits: 3, notation }).replace('-', '−');
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function share(value: number, language: Language): string {
  return Number.isNaN(value)
    ? '–'
    : `${(100 * value).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;
}

/** Two digits of a p-value, as a power of ten where it is small. */
export function pValue(p: number): string {
  if (p < 1e-300) {
    return '< 1e-300';
  }
  return p < 0.001 ? `= ${p.toExponential(1)}` : `= ${p.toPrecision(2)}`;
}
