import { type Folds, splitFold } from '../evaluation/folds';
import { averagePrecision } from '../evaluation/rankMetrics';
import type { Table } from '../preprocessing/table';
import { type Candidate, type LabelledTable, type Learner, type Predict, fitLearner, takeLabelled } from './learner';

/** What a learner says of a test part, and of its training part by models that had not seen the row. */
export interface FoldFit {
  candidate: Candidate;
  /** of the training part's rows, in their order, by models that saw neither the row's fold nor the test part */
  outOfFold: Float64Array;
  /** of the test part's rows */
  predicted: Float64Array;
  /** the model that the test part was judged by */
  predict: Predict<Table>;
}

interface CrossFit {
  data: LabelledTable;
  folds: Folds;
  seed: number;
  /** called before each model that is learnt */
  onFit: () => void | Promise<void>;
}

/** Models that a learner takes on so many folds. */
export const fitsOf = ({ candidates }: Learner, k: number): number => (candidates.length * k * (k - 1)) / 2 + k;

/**
 * Judges a learner on each fold by a model of all others. What is chosen for a fold (setting, threshold, stack) needs
 * predictions for its training rows by models that saw neither them nor the fold: a model that leaves out folds i and j
 * serves j while i is the test part and i while j is, so each pair of folds is learnt once and used twice.
 */
export async function crossFit(learner: Learner, task: CrossFit): Promise<FoldFit[]> {
  const { data, folds, seed, onFit } = task;
  const count = Math.max(...folds) + 1;
  const parts = Array.from({ length: count }, (_, fold) => splitFold(folds, fold));
  const held = await heldOut(learner, parts.map(({ test }) => test), task); // prettier-ignore
  const fits: FoldFit[] = [];
  for (const [fold, { train, test }] of parts.entries()) {
    await onFit();
    const learnt = takeLabelled(data, train);
    const out = held.map((tested) => Float64Array.from(train, (row) => tested[fold]![row]!));
    const best = bestOf(out, learnt.labels);
    const candidate = learner.candidates[best]!;
    const predict = fitLearner(learner, candidate, learnt.table, learnt.labels, seed);
    fits.push({ candidate, outOfFold: out[best]!, predict, predicted: predict(takeLabelled(data, test).table) });
  }
  return fits;
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

/** The candidate with the best average precision out of fold; the first one on a tie. */
function bestOf(outOfFold: readonly Float64Array[], labels: Int8Array): number {
  if (outOfFold.length === 1) {
    return 0;
  }
  const scores = outOfFold.map((held) => averagePrecision(held, labels));
  return scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);
}
