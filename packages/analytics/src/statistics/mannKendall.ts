import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';
import type { TrendTest } from './cochranArmitage';
import { normalTwoSided } from './distributions/normal';
import { midRanks } from './ranks';

export interface MannKendall extends TrendTest {
  /** rising pairs less falling pairs */
  s: number;
  /** S ÷ number of pairs, −1 to 1 */
  tau: number;
}

/**
 * Mann–Kendall test for a monotone trend of values in order of time, normal with correction for ties and continuity
 * (Mann 1945, Kendall 1975). n log n. Where all values are equal p is 1.
 *
 * @throws AnalyticsError `too_few_rows` below three values
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  checkValues(values, 'The Mann–Kendall test');
  const n = values.length;
  if (n < 3) {
    throw new AnalyticsError('too_few_rows', `The Mann–Kendall test needs at least 3 values, not ${n}.`);
  }
  const { s, variance } = kendallPairs(values);
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, tau: s / ((n * (n - 1)) / 2), z, p: normalTwoSided(z) };
}

/** Kendall's S, rising pairs less falling ones, and its variance under no trend, corrected for ties. */
export function kendallPairs(values: ArrayLike<number>): { s: number; variance: number } {
  const n = values.length;
  const { ranks } = midRanks(values);
  const { falling, equal, tieVariance } = countPairs(ranks);
  const s = (n * (n - 1)) / 2 - equal - 2 * falling;
  return { s, variance: (n * (n - 1) * (2 * n + 5) - tieVariance) / 18 };
}

/** Falling pairs by merge sort (Knight, JASA 1966), equal pairs, and Σ t (t − 1) (2t + 5) over runs of equals. */
function countPairs(ranks: Float64Array): { falling: number; equal: number; tieVariance: number } {
  let from = Float64Array.from(ranks);
  let to = new Float64Array(ranks.length);
  let falling = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let [left, right] = [start, middle];
      for (let k = start; k < end; k++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) {
          to[k] = from[left++]!;
        } else {
          falling += middle - left;
          to[k] = from[right++]!;
        }
      }
    }
    [from, to] = [to, from];
  }
  let [equal, tieVariance] = [0, 0];
  for (let start = 0; start < from.length;) {
    let end = start + 1;
    while (end < from.length && from[end] === from[start]) {
      end++;
    }
    const run = end - start;
    equal += (run * (run - 1)) / 2;
    tieVariance += run * (run - 1) * (2 * run + 5);
    start = end;
  }
  return { falling, equal, tieVariance };
}
