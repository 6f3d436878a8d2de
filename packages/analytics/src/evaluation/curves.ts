import { thresholdSweep } from './thresholdSweep';

export interface RocCurve {
  falsePositiveRate: Float64Array;
  truePositiveRate: Float64Array;
  /** the first is +∞: nobody is predicted positive */
  thresholds: Float64Array;
}

/** The ROC curve, one point a distinct score, from (0, 0) to (1, 1). */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocCurve {
  const { thresholds, truePositives, falsePositives, positives, negatives } = thresholdSweep(labels, scores);
  const from = <T extends ArrayLike<number>>(first: number, values: T, by: number): Float64Array =>
    Float64Array.from({ length: values.length + 1 }, (_, i) => (i === 0 ? first : values[i - 1]! / by));
  return {
    falsePositiveRate: from(0, falsePositives, negatives),
    truePositiveRate: from(0, truePositives, positives),
    thresholds: from(Infinity, thresholds, 1),
  };
}

export interface PrecisionRecallCurve {
  precision: Float64Array;
  recall: Float64Array;
  thresholds: Float64Array;
}

/** Precision and recall at each distinct score, from the highest score (least recall) down. */
export function precisionRecallCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): PrecisionRecallCurve {
  const { thresholds, truePositives, falsePositives, positives } = thresholdSweep(labels, scores);
  return {
    precision: Float64Array.from(truePositives, (hits, i) => hits / (hits + falsePositives[i]!)),
    recall: Float64Array.from(truePositives, (hits) => hits / positives),
    thresholds,
  };
}
