import type { Labels } from '../labels';
import { type Platt, fitPlatt, plattProbabilities } from './platt';

/** Leaves probabilities as they are. */
export const uncalibrated: Platt = { slope: -1, shift: 0 };

/**
 * Platt's curve over log-odds: it keeps the order of probabilities, and sums of contributions to the log-odds stay sums.
 * Where a model's order is no better than chance or wrong way round, nothing is changed. Give it out-of-fold predictions.
 *
 * @throws AnalyticsError on empty, non-finite or one-class input
 */
export function fitOddsCalibration(outOfFold: Float64Array, labels: Labels): Platt {
  const curve = fitPlatt(outOfFold.map(logOdds), labels);
  return curve.slope < 0 ? curve : uncalibrated;
}

export function calibratedOdds(probabilities: Float64Array, curve: Platt): Float64Array {
  return plattProbabilities(probabilities.map(logOdds), curve);
}

/** 0 and 1 are taken as the nearest double to them within. */
function logOdds(probability: number): number {
  const inside = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
  return Math.log(inside / (1 - inside));
}
