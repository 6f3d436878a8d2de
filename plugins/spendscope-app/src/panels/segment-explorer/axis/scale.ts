import type { Axis } from '../types';

/** Value as a person knows it (days, currency) of a position in the column's scale. */
export function toValue(scale: Axis['scale'], position: number): number {
  return scale === 'log1p' ? 10 ** position - 1 : position;
}

/** Position in the column's scale; -Infinity below the start of a log scale. */
export function toPosition(scale: Axis['scale'], value: number): number {
  return scale === 'log1p' ? (value > -1 ? Math.log10(1 + value) : -Infinity) : value;
}
