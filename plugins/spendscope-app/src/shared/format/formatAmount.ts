/** An amount in its own currency, e.g. `₩4,820,000`; the plain number where the currency is unknown. */
export function formatAmount(amount: number, currency: string | undefined, locale?: string): string {
  if (!currency || !/^[A-Z]{3}$/.test(currency)) {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(amount);
  }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount);
}

/** A large amount in few characters for key figures and axes, e.g. `₩3.1B`. */
export function formatAmountShort(amount: number, currency: string | undefined, locale?: string): string {
  const money: Intl.NumberFormatOptions =
    currency && /^[A-Z]{3}$/.test(currency)
      ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
      : { style: 'decimal' };
  return new Intl.NumberFormat(locale, { ...money, notation: 'compact', maximumSignificantDigits: 3 }).format(amount);
}
