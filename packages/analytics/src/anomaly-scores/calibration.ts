import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';

/**
 * A table from raw scores to calibrated ones, to be kept with the model: later transactions are scored against the same
 * reference. `raw` ascends; `tail[i]` is the share of the reference above `raw[i]`, descending.
 */
export interface Calibration {
  version: 1;
  /** share of the reference that is above 0.8 */
  contamination: number;
  /** rows of the reference */
  rows: number;
  raw: number[];
  tail: number[];
  /** beyond the greatest reference score the tail falls by e for each such step of the raw score */
  decay: number;
}

export const calibratedThreshold = 0.8;
const knotsPerDecade = 64;

/**
 * Learns the calibration of raw scores (higher is more anomalous) on a reference period: 0.8 is exceeded by the
 * contamination share (rounded down to whole rows; fewer where equal scores straddle the border), each halving of the distance to 1 is ten
 * times rarer, below 0.8 the score falls with the logarithm of the tail to 0 at the least raw score.
 *
 * @throws AnalyticsError on empty or non-finite scores or a contamination outside (0, 0.5]
 */
export function fitCalibration(rawScores: ArrayLike<number>, contamination = 0.01): Calibration {
  checkValues(rawScores, 'Calibration');
  if (!(contamination > 0 && contamination <= 0.5)) {
    throw new AnalyticsError('bad_option', `contamination must be above 0 and at most 0.5, not ${contamination}.`);
  }
  const sorted = Float64Array.from(rawScores).sort();
  const rows = sorted.length;
  const raw: number[] = [sorted[0]!];
  const tail: number[] = [1];
  const add = (value: number, share: number): void => {
    if (value > raw.at(-1)! && share < tail.at(-1)!) {
      raw.push(value);
      tail.push(share);
    }
  };
  for (const wanted of tailCounts(rows, Math.max(1, Math.floor(contamination * rows)))) {
    const value = sorted[rows - wanted]!;
    const first = firstOf(sorted, value);
    if (first > 0) {
      const above = rows - first;
      const share = above === Math.floor(contamination * rows) ? contamination : above / rows;
      // Half way between neighbours, so that exactly `above` reference scores lie beyond the knot.
      add((sorted[first - 1]! + value) / 2, share);
      if (sorted[first + 1] === value) {
        // Equal scores all get the tail at their beginning: better too low than too many above the threshold.
        add(value, share * (1 - 1e-9));
      }
    }
  }
  add(sorted[rows - 1]!, Math.min(0.5 / rows, tail.at(-1)! / 2));
  return { version: 1, contamination, rows, raw, tail, decay: tailDecay(sorted) };
}

/** The calibrated score of a raw one, in [0, 1]; monotone. */
export function calibrate(rawScore: number, by: Calibration): number {
  const tail = tailShare(rawScore, by);
  if (tail >= 1) {
    return 0;
  }
  if (tail > by.contamination) {
    return (calibratedThreshold * Math.log(tail)) / Math.log(by.contamination);
  }
  return 1 - (1 - calibratedThreshold) * 2 ** -Math.log10(by.contamination / tail);
}

/** Checks a calibration that was read from a file. */
export function calibrationFromJSON(json: Calibration): Calibration {
  if (json.version !== 1 || json.raw.length === 0 || json.raw.length !== json.tail.length) {
    throw new AnalyticsError('version', 'This is not a calibration of version 1.');
  }
  return json;
}

/** Share of the reference above a raw score; log-linear between the knots. */
function tailShare(rawScore: number, { raw, tail, decay }: Calibration): number {
  const last = raw.length - 1;
  if (rawScore <= raw[0]!) {
    return 1;
  }
  if (rawScore >= raw[last]!) {
    const beyond = rawScore - raw[last]!;
    return beyond === 0 ? tail[last]! : tail[last]! * Math.exp(-beyond / decay);
  }
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (raw[middle]! <= rawScore) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const part = (rawScore - raw[low]!) / (raw[high]! - raw[low]!);
  return tail[low]! * Math.exp(part * Math.log(tail[high]! / tail[low]!));
}

function firstOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Numbers of rows above the knots, descending: log-spaced from all but one down to one, and the contamination's own. */
function tailCounts(rows: number, contaminated: number): number[] {
  const counts = new Set<number>();
  const steps = Math.ceil(Math.log10(Math.max(rows, 2)) * knotsPerDecade);
  for (let step = 1; step <= steps; step++) {
    counts.add(Math.floor(rows * 10 ** (-step / knotsPerDecade)));
  }
  counts.add(contaminated);
  return [...counts].filter((count) => count >= 1 && count < rows).sort((a, b) => b - a);
}

/** Mean excess of the top hundredth (at least five rows): the scale of an exponential tail. */
function tailDecay(sorted: Float64Array): number {
  const rows = sorted.length;
  const top = Math.min(rows - 1, Math.max(5, Math.floor(rows / 100)));
  const base = sorted[rows - top - 1] ?? sorted[0]!;
  let excess = 0;
  for (let i = rows - top; i < rows; i++) {
    excess += sorted[i]! - base;
  }
  return top > 0 && excess > 0 ? excess / top : Math.max(Math.abs(sorted[rows - 1]!), 1) * 1e-3;
}
