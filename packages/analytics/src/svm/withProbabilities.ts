import { fitPlatt, plattProbabilities } from '../calibrators/platt';
import { splitFold, stratifiedFolds } from '../evaluation/folds';
import type { Labels } from '../labels';
import { type Matrix, matrixRows } from '../matrix';

const innerFolds = 3;

/**
 * Makes decision values probabilities: Platt's curve is fitted on values for rows that were held out, because a machine
 * knows its own training rows too well.
 */
export function withProbabilities(
  m: Matrix,
  labels: Labels,
  seed: number,
  fit: (m: Matrix, labels: Labels) => (m: Matrix) => Float64Array
): (m: Matrix) => Float64Array {
  const folds = stratifiedFolds(labels, innerFolds, seed);
  const held = new Float64Array(m.rows);
  for (let fold = 0; fold < innerFolds; fold++) {
    const { train, test } = splitFold(folds, fold);
    const scores = fit(
      matrixRows(m, train),
      Int8Array.from(train, (row) => labels[row]!)
    )(matrixRows(m, test));
    test.forEach((row, at) => (held[row] = scores[at]!));
  }
  const curve = fitPlatt(held, labels);
  const score = fit(m, labels);
  return (rows) => plattProbabilities(score(rows), curve);
}
