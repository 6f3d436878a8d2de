/**
 * How an axis places values: as they are, by log10(1 + v), or by asinh(v), which is close to a logarithm far from 0 and
 * also takes negative values.
 */
export const axisScales = ['linear', 'log1p', 'asinh'] as const;
export type AxisScale = (typeof axisScales)[number];

/** Value as a person knows it (days, currency) of a position on the scale. */
export function toValue(scale: AxisScale, position: number): number {
  return scale === 'log1p' ? 10 ** position - 1 : scale === 'asinh' ? Math.sinh(position) : position;
}

/** Position on the scale; -Infinity below the start of a log scale. */
export function toPosition(scale: AxisScale, value: number): number {
  if (scale === 'log1p') {
    return value > -1 ? Math.log10(1 + value) : -Infinity;
  }
  return scale === 'asinh' ? Math.asinh(value) : value;
}
