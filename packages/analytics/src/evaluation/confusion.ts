import { AnalyticsError } from '../analyticsError';

/** Counts of rows by what they are and what was said of them. */
export interface Confusion {
  trueNegatives: number;
  falsePositives: number;
  falseNegatives: number;
  truePositives: number;
}

/** Rows with a probability at or above the threshold count as predicted positive. */
export function confusion(labels: ArrayLike<number>, probabilities: ArrayLike<number>, threshold: number): Confusion {
  if (labels.length !== probabilities.length) {
    throw new AnalyticsError('shape', `${labels.length} labels do not fit ${probabilities.length} predictions.`);
  }
  if (labels.length === 0) {
    throw new AnalyticsError('empty', 'A confusion matrix needs at least one row.');
  }
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (Number.isNaN(probabilities[i]!)) {
      throw new AnalyticsError('not_finite', `Prediction ${i} is NaN.`);
    }
    counts[2 * labels[i]! + (probabilities[i]! >= threshold ? 1 : 0)]!++;
  }
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = counts as [number, number, number, number];
  return { trueNegatives, falsePositives, falseNegatives, truePositives };
}
