import { formattedValueToString, getValueFormat, type FieldConfig } from '@grafana/data';

/** A value in its field's Grafana unit, short enough for ticks and key figures; compact, e.g. `4.7M`, without a unit. */
export function formatValue({ unit, decimals }: Pick<FieldConfig, 'unit' | 'decimals'>, value: number): string {
  if (!unit) {
    return new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
  }
  // Three digits at most: ₩4.7 Mil, not ₩4.73 Mil nor ₩4 Mil.
  return formattedValueToString(getValueFormat(unit)(Number(value.toPrecision(3)), decimals)).trim();
}
