import { toPosition, toValue } from '@spendscope/contracts';
import type { Axis } from '../types';

export interface Tick {
  /** In the column's scale. */
  position: number;
  /** In the units of the label. */
  value: number;
}

/** Multiples of a decade, from sparse to dense. */
const densities = [[1], [1, 3], [1, 2, 5]];

function decadeTicks(from: number, to: number, multiples: readonly number[]): number[] {
  const values = from <= 0 && to >= 0 ? [0] : [];
  // Below 1 a log1p scale is close to linear: decades would crowd at 0.
  const lowest = Math.max(from, 1);
  for (let decade = 10 ** Math.floor(Math.log10(lowest)); decade <= to; decade *= 10) {
    for (const multiple of multiples) {
      const value = Number((decade * multiple).toPrecision(1));
      if (value >= lowest && value <= to) {
        values.push(value);
      }
    }
  }
  return values;
}

function linearTicks(from: number, to: number, most: number): number[] {
  const rough = (to - from) / Math.max(1, most);
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = decade * ([1, 2, 5].find((multiple) => multiple * decade >= rough) ?? 10);
  const values: number[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i += 1) {
    values.push(Number((i * step).toPrecision(12)));
  }
  return values;
}

/** Leaves out what stands closer to its neighbour than `apart`, measured in the column's scale. */
function thin(ticks: readonly Tick[], apart: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    if (kept.length === 0 || tick.position - kept.at(-1)!.position >= apart) {
      kept.push(tick);
    }
  }
  return kept;
}

/**
 * Round values between `from` and `to` (in the column's scale), at most `most` of them. A log scale gets decades and
 * as many multiples between as fit; zoomed in below a decade it gets even steps.
 */
export function makeTicks(scale: Axis['scale'], from: number, to: number, most: number): Tick[] {
  if (!(to > from) || most < 1) {
    return [];
  }
  const place = (values: readonly number[]): Tick[] =>
    values.map((value) => ({ value, position: toPosition(scale, value) }));
  const start = toValue(scale, from);
  const end = toValue(scale, to);
  if (scale === 'linear') {
    return place(linearTicks(start, end, most));
  }
  const apart = (to - from) / most;
  if (scale === 'asinh') {
    const positive = end > 0 ? decadeTicks(Math.max(0, start), end, [1]) : [];
    const negative = start < 0 ? decadeTicks(Math.max(0, -end), -start, [1]).map((value) => -value) : [];
    const values = [...new Set([...negative.reverse(), ...positive].map((value) => value || 0))];
    const ticks = thin(place(values), apart);
    return ticks.length >= 3 ? ticks : thin(place(linearTicks(start, end, most)), apart / 2);
  }
  let best: Tick[] = [];
  for (const multiples of densities) {
    const all = place(decadeTicks(start, end, multiples));
    const ticks = thin(all, apart);
    // A set that had to be thinned has uneven gaps: a sparser whole one reads better.
    if (best.length === 0 || ticks.length === all.length) {
      best = ticks;
    }
  }
  return best.length >= 3 ? best : thin(place(linearTicks(start, end, most)), apart / 2);
}
