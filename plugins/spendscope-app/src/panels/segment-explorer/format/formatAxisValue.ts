import { formattedValueToString, getValueFormat } from '@grafana/data';
import type { Axis } from '../types';

const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 });

/** A value of an axis (days, currency…; not its logarithm) in the field's unit, short enough for a tick. */
export function formatAxisValue({ unit, decimals }: Pick<Axis, 'unit' | 'decimals'>, value: number): string {
  if (!unit) {
    return compact.format(value);
  }
  return formattedValueToString(
    getValueFormat(unit)(value, decimals ?? (Number.isInteger(value) ? 0 : undefined))
  ).trim();
}
