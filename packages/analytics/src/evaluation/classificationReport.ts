import type { Confusion } from './confusion';

export interface ClassScores {
  precision: number;
  recall: number;
  f1: number;
  /** rows of this class */
  support: number;
}

export interface ClassificationReport {
  accuracy: number;
  /** class 0 and class 1 */
  classes: [ClassScores, ClassScores];
  /** plain mean of the classes */
  macro: ClassScores;
  /** mean weighted by support */
  weighted: ClassScores;
}

/** Precision, recall and F1 of each class and their means; a ratio without any case counts as 0. */
export function classificationReport(counts: Confusion): ClassificationReport {
  const { trueNegatives, falsePositives, falseNegatives, truePositives } = counts;
  const negative = scores(trueNegatives, falseNegatives, falsePositives);
  const positive = scores(truePositives, falsePositives, falseNegatives);
  const rows = negative.support + positive.support;
  const mean = (of: keyof ClassScores, a: number, b: number): number => (a * negative[of] + b * positive[of]) / (a + b);
  const average = (a: number, b: number): ClassScores => ({
    precision: mean('precision', a, b),
    recall: mean('recall', a, b),
    f1: mean('f1', a, b),
    support: rows,
  });
  return {
    accuracy: (trueNegatives + truePositives) / rows,
    classes: [negative, positive],
    macro: average(1, 1),
    weighted: average(negative.support, positive.support),
  };
}

function scores(hits: number, wrongly: number, missed: number): ClassScores {
  const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  return {
    precision: ratio(hits, hits + wrongly),
    recall: ratio(hits, hits + missed),
    f1: ratio(2 * hits, 2 * hits + wrongly + missed),
    support: hits + missed,
  };
}
