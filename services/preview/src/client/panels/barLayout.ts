/** One bar, in the units of its axes: `from` and `to` along the value axis. */
export interface Bar {
  category: number;
  series: number;
  from: number;
  to: number;
  value: number;
  /** Place within the category's group, from 0, of how many side by side. */
  slot: number;
  slots: number;
}

export type Stacking = 'none' | 'normal' | 'percent';

/**
 * The bars of series over categories: side by side, on top of each other, or as shares of 1. Positive and negative
 * values stack apart; missing values have no bar.
 */
export function barLayout(series: readonly (readonly (number | null | undefined)[])[], stacking: Stacking): Bar[] {
  const categories = Math.max(0, ...series.map((values) => values.length));
  return Array.from({ length: categories }, (_, category) => {
    const total = series.reduce((sum, values) => sum + Math.abs(values[category] ?? 0), 0);
    const reached = { up: 0, down: 0 };
    return series.flatMap((values, at): Bar[] => {
      const value = values[category];
      if (value == null) {
        return [];
      }
      if (stacking === 'none') {
        return [{ category, series: at, from: 0, to: value, value, slot: at, slots: series.length }];
      }
      const extent = stacking === 'percent' ? (total > 0 ? value / total : 0) : value;
      const side = extent < 0 ? 'down' : 'up';
      const from = reached[side];
      reached[side] += extent;
      return [{ category, series: at, from, to: reached[side], value, slot: 0, slots: 1 }];
    });
  }).flat();
}

/** Round steps that cover a range in about `count` parts: 1, 2 or 5 times a power of ten. */
export function niceTicks(min: number, max: number, count: number): number[] {
  const span = max - min || 1;
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw) ?? raw;
  const first = Math.floor(min / step);
  const last = Math.ceil(max / step);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
