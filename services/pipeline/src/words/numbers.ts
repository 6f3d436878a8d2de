import type { Language } from './fieldLabels';

/** Figures for reading: about three digits, thousands separated; the sign is a minus, and whole counts stay whole. */
export function figure(value: number, language: Language): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  }
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2;
  return value
    .toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−');
}

export function count(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumFractionDigits: 0 });
}

/** A mark on an axis. */
export function tick(value: number, language: Language): string {
  return Number(value.toPrecision(3)).toLocaleString(language, { maximumFractionDigits: 6 }).replace('-', '−');
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
