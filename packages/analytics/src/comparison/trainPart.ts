import { type Folds, splitFold } from '../evaluation/folds';
import { averagePrecision } from '../evaluation/rankMetrics';
import { type Candidate, type LabelledTable, type Learner, fitLearner, takeLabelled } from './learner';

export interface TunedCandidate {
  candidate: Candidate;
  /** for each row of the part the probability by a model that had not seen its fold */
  outOfFold: Float64Array;
}

/** Predictions for each row by models that learnt from the other folds only. */
export function outOfFold(
  learner: Learner,
  candidate: Candidate,
  part: LabelledTable,
  folds: Folds,
  seed: number
): Float64Array {
  const held = new Float64Array(part.labels.length);
  for (let fold = 0; fold <= Math.max(...folds); fold++) {
    const { train, test } = splitFold(folds, fold);
    const learnt = takeLabelled(part, train);
    const predict = fitLearner(learner, candidate, learnt.table, learnt.labels, seed);
    const predicted = predict(takeLabelled(part, test).table);
    test.forEach((row, at) => (held[row] = predicted[at]!));
  }
  return held;
}

/** The candidate with the best average precision out of fold; the first one on a tie. The part is all that it sees. */
export function tuneLearner(learner: Learner, part: LabelledTable, folds: Folds, seed: number): TunedCandidate {
  let best: TunedCandidate | undefined;
  let bestScore = -Infinity;
  for (const candidate of learner.candidates) {
    const held = outOfFold(learner, candidate, part, folds, seed);
    const score = averagePrecision(held, part.labels);
    if (score > bestScore) {
      bestScore = score;
      best = { candidate, outOfFold: held };
    }
  }
  return best!;
}
