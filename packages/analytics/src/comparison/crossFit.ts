import { type Folds, splitFold } from '../evaluation/folds';
import { averagePrecision } from '../evaluation/rankMetrics';
import type { Table } from '../preprocessing/table';
import {
  type Candidate,
  type LabelledTable,
  type Learner,
  type Parameters,
  type Predict,
  fitLearner,
  takeLabelled,
} from './learner';

/** The setting chosen for a test part, inside its training part. */
export interface Choice<P extends Parameters = Parameters> {
  candidate: Candidate<P>;
  /** of the training part's rows, in their order, by models that saw neither the row's fold nor the test part */
  outOfFold: Float64Array;
}

/** What a learner says of a test part, and of its training part by models that had not seen the row. */
export interface FoldFit extends Choice {
  /** of the test part's rows */
  predicted: Float64Array;
  /** the model that the test part was judged by */
  predict: Predict<Table>;
}

export interface CrossFit {
  data: LabelledTable;
  folds: Folds;
  seed: number;
  /** called before each model that is learnt */
  onFit: () => void | Promise<void>;
}

/** Models that a learner's choice of settings takes on so many folds. */
export const choiceFitsOf = ({ candidates }: Learner, k: number): number => (candidates.length * k * (k - 1)) / 2;

/** Models that a learner takes on so many folds. */
export const fitsOf = (learner: Learner, k: number): number => choiceFitsOf(learner, k) + k;

/**
 * Judges a learner on each fold by a model of all others, with the setting that {@link chooseByFold} found.
 */
export async function crossFit(learner: Learner, task: CrossFit): Promise<FoldFit[]> {
  const { data, folds, seed, onFit } = task;
  const { byFold } = await chooseByFold(learner, task);
  const fits: FoldFit[] = [];
  for (const [fold, choice] of byFold.entries()) {
    await onFit();
    const { train, test } = splitFold(folds, fold);
    const learnt = takeLabelled(data, train);
    const predict = fitLearner(learner, choice.candidate, learnt.table, learnt.labels, seed);
    fits.push({ ...choice, predict, predicted: predict(takeLabelled(data, test).table) });
  }
  return fits;
}

/**
 * What is chosen for a fold (setting, threshold, calibration, stack) needs predictions for its training rows by models
 * that saw neither them nor the fold: a model that leaves out folds i and j serves j while i is the test part and i while
 * j is, so each pair of folds is learnt once and used twice. `overall` is best over all folds: for a model of all rows.
 */
export async function chooseByFold<P extends Parameters>(
  learner: Learner<P>,
  task: CrossFit
): Promise<{ byFold: Choice<P>[]; overall: Candidate<P> }> {
  const { data, folds } = task;
  const count = Math.max(...folds) + 1;
  const parts = Array.from({ length: count }, (_, fold) => splitFold(folds, fold));
  const held = await heldOut(learner, parts.map(({ test }) => test), task); // prettier-ignore
  const sums = learner.candidates.map(() => 0);
  const byFold = parts.map(({ train }, fold): Choice<P> => {
    const labels = Int8Array.from(train, (row) => data.labels[row]!);
    const out = held.map((tested) => Float64Array.from(train, (row) => tested[fold]![row]!));
    const scores = out.length > 1 ? out.map((each) => averagePrecision(each, labels)) : [0];
    scores.forEach((score, at) => (sums[at]! += score));
    const best = bestOf(scores);
    return { candidate: learner.candidates[best]!, outOfFold: out[best]! };
  });
  return { byFold, overall: learner.candidates[bestOf(sums)]! };
}

/** By candidate and test fold the probability of every row outside that fold. */
async function heldOut(
  learner: Learner,
  tests: readonly Int32Array[],
  { data, folds, seed, onFit }: CrossFit
): Promise<Float64Array[][]> {
  const held = learner.candidates.map(() => tests.map(() => new Float64Array(folds.length)));
  for (const [at, candidate] of learner.candidates.entries()) {
    for (let i = 0; i < tests.length; i++) {
      for (let j = 0; j < i; j++) {
        await onFit();
        const train = Int32Array.from(folds.keys()).filter((row) => folds[row] !== i && folds[row] !== j);
        const learnt = takeLabelled(data, train);
        const predict = fitLearner(learner, candidate, learnt.table, learnt.labels, seed);
        for (const [test, other] of [
          [i, j],
          [j, i],
        ] as const) {
          // prettier-ignore
          const rows = tests[other]!;
          const predicted = predict(takeLabelled(data, rows).table);
          rows.forEach((row, place) => (held[at]![test]![row] = predicted[place]!));
        }
      }
    }
  }
  return held;
}

/** Place of the best average precision; the first one on a tie. */
function bestOf(scores: readonly number[]): number {
  return scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);
}
