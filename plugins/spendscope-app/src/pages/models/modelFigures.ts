import type { ListedModelVersion } from '@spendscope/contracts';

/** Figures that the versions' cards share, in the order of the first card that has them. */
export function metricNamesOf(versions: readonly Pick<ListedModelVersion, 'card'>[]): string[] {
  return [...new Set(versions.flatMap(({ card }) => Object.keys(card?.metrics ?? {})))];
}

/** A figure of a model: counts whole, shares and errors to three places. */
export const formatFigure = (value: number | undefined): string =>
  value === undefined
    ? '–'
    : new Intl.NumberFormat(undefined, Number.isInteger(value) ? {} : { maximumSignificantDigits: 3 }).format(value);
