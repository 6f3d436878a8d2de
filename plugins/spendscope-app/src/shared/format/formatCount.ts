/** A count with thousands separators in the user's locale. */
export const formatCount = (count: number, locale?: string): string => new Intl.NumberFormat(locale).format(count);

/** A share of 1 as a percentage, e.g. `11.8 %` → locale's own form. */
export const formatShare = (share: number, digits = 1, locale?: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share);
