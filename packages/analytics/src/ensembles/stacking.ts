import { type Folds, splitFold } from '../evaluation/folds';
import type { Labels } from '../labels';
import { type LogisticModel, fitLogistic, predictLogistic } from '../linear/logisticRegression';
import { type Matrix, matrixOfColumns, matrixRows } from '../matrix';

/**
 * Stacked generalisation (Wolpert 1992): a logistic regression on the log-odds that models gave to rows they had not
 * seen. Predictions on rows that the models learnt from would teach it to trust whoever memorises best.
 */
export function fitStack(outOfFold: readonly Float64Array[], labels: Labels): LogisticModel {
  return fitLogistic(logOdds(outOfFold), labels);
}

export function predictStack(stack: LogisticModel, predictions: readonly Float64Array[]): Float64Array {
  return predictLogistic(stack, logOdds(predictions));
}

/** The stack's own out-of-fold predictions, for choosing its threshold: cross-fitted on the models' folds. */
export function stackOutOfFold(outOfFold: readonly Float64Array[], labels: Labels, folds: Folds): Float64Array {
  const m = logOdds(outOfFold);
  const held = new Float64Array(m.rows);
  for (const fold of new Set(folds)) {
    const { train, test } = splitFold(folds, fold);
    const stack = fitLogistic(
      matrixRows(m, train),
      Int8Array.from(train, (row) => labels[row]!)
    );
    const predicted = predictLogistic(stack, matrixRows(m, test));
    test.forEach((row, at) => (held[row] = predicted[at]!));
  }
  return held;
}

const least = 1e-6;

function logOdds(predictions: readonly Float64Array[]): Matrix {
  return matrixOfColumns(
    predictions.map((each) =>
      each.map((p) => {
        const inside = Math.min(1 - least, Math.max(least, p));
        return Math.log(inside / (1 - inside));
      })
    )
  );
}
