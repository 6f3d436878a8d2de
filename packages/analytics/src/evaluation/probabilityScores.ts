import { AnalyticsError } from '../analyticsError';
import { checkLabels } from '../labels';

/** Mean squared distance of probabilities from what happened (Brier 1950); 0 is best. */
export function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkProbabilities(labels, probabilities);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    sum += (probabilities[i]! - labels[i]!) ** 2;
  }
  return sum / labels.length;
}

/** Mean negative log-likelihood; probabilities are kept off 0 and 1 by the spacing of doubles, as scikit-learn does. */
export function logLoss(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkProbabilities(labels, probabilities);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const p = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probabilities[i]!));
    sum -= labels[i]! > 0 ? Math.log(p) : Math.log(1 - p);
  }
  return sum / labels.length;
}

export interface CalibrationPoint {
  /** mean predicted probability in the bin */
  predicted: number;
  /** share of positives in the bin */
  observed: number;
  rows: number;
}

/** Predicted against observed shares in bins of equal width; empty bins are left out. */
export function calibrationCurve(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  bins = 10
): CalibrationPoint[] {
  checkProbabilities(labels, probabilities);
  if (!Number.isInteger(bins) || bins < 1) {
    throw new AnalyticsError('bad_option', `bins must be a whole number from 1 on, not ${bins}.`);
  }
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, observed: 0, rows: 0 }));
  for (let i = 0; i < labels.length; i++) {
    // A probability on a border belongs to the bin below, as in scikit-learn.
    const bin = sums[Math.max(0, Math.ceil(probabilities[i]! * bins) - 1)]!;
    bin.predicted += probabilities[i]!;
    bin.observed += labels[i]!;
    bin.rows++;
  }
  return sums
    .filter(({ rows }) => rows > 0)
    .map(({ predicted, observed, rows }) => ({ predicted: predicted / rows, observed: observed / rows, rows }));
}

function checkProbabilities(labels: ArrayLike<number>, probabilities: ArrayLike<number>): void {
  checkLabels(labels, probabilities.length, 'Probabilities');
  for (let i = 0; i < probabilities.length; i++) {
    if (!(probabilities[i]! >= 0 && probabilities[i]! <= 1)) {
      throw new AnalyticsError('not_finite', `Probability ${i} is ${probabilities[i]}, not between 0 and 1.`);
    }
  }
}
