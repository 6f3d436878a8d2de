import { checkValues } from '../matrix';

export interface BoxPlot {
  n: number;
  min: number;
  q1: number;
  median: number;
  q3: number;
  max: number;
  /** farthest values within 1.5 interquartile ranges of the box (Tukey 1977) */
  lowWhisker: number;
  highWhisker: number;
  /** how many values lie outside the whiskers */
  outliers: number;
}

/** Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7), of sorted values. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low === high ? low : low + (high - low) * (place - below);
}

export function boxPlot(values: ArrayLike<number>): BoxPlot {
  checkValues(values, 'A box plot');
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantileOfSorted(sorted, share)) as [
    number,
    number,
    number,
  ];
  const reach = 1.5 * (q3 - q1);
  const inside = sorted.filter((value) => value >= q1 - reach && value <= q3 + reach);
  return {
    n,
    min: sorted[0]!,
    q1,
    median,
    q3,
    max: sorted[n - 1]!,
    lowWhisker: inside[0]!,
    highWhisker: inside[inside.length - 1]!,
    outliers: n - inside.length,
  };
}
