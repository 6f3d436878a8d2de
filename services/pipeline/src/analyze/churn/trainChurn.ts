import {
  type BoostedTrees,
  type ChosenThreshold,
  type Comparison,
  type Labels,
  type Preparation,
  type Table,
  Random,
  type ThresholdGoal,
  averagePrecision,
  chooseThreshold,
  compareModels,
  findRepeats,
  fitHistogramBoosting,
  fitPreparation,
  foldsOf,
  prepare,
  predictBoosted,
  rocAuc,
  shuffleFirst,
  splitFold,
  takeRows,
  treeShap,
  withGaps,
} from '@spendscope/analytics';
import { columnMedians, reasonCodes } from './reasonCodes';

export interface ChurnTraining {
  /** probability of each row by a model that had not seen it or its repeats */
  probability: Float64Array;
  reasons: string[][];
  threshold: ChosenThreshold;
  comparison: Comparison;
  /** of the out-of-fold probabilities above, all rows together */
  rocAuc: number;
  prAuc: number;
  /** learnt from all rows, for customers without a label */
  model: ChurnBoosting;
}

export interface ChurnBoosting {
  preparation: Preparation;
  medians: number[];
  trees: BoostedTrees;
}

const goal: ThresholdGoal = { by: 'f1' };
/** Rows that all models are compared on: enough for two digits, and a first start stays within minutes. */
const comparedRows = 4_000;
/** Test rows of a part on which importance is measured. */
const importanceRows = 500;
const folds = 5;
const parameters = { trees: 100, leaves: 15, learningRate: 0.08, leastRows: 20 };

/**
 * Learns who leaves. Every figure and every probability is out of fold, and where rows repeat one another whole groups
 * are held out, so that nobody is judged by a copy of himself.
 */
export async function trainChurn(
  table: Table,
  labels: Labels,
  { seed, onStep }: { seed: number; onStep: (done: number, total: number) => Promise<void> }
): Promise<ChurnTraining> {
  const repeats = findRepeats(table, { seed, neighbours: table.rows > 10_000 ? 10 : 30 });
  const sample = sampleRows(table.rows, seed);
  const { comparison } = await compareModels(
    takeRows(table, sample),
    Int8Array.from(sample, (row) => labels[row]!),
    { seed, goal, testFolds: 3, tune: false, importanceRows, onStep, repeats: { ...repeats, groups: sample.map((row) => repeats.groups[row]!) } } // prettier-ignore
  );
  const dealt = foldsOf(labels, repeats.repeatedRows > 0 ? repeats.groups : undefined, folds, seed);
  const probability = new Float64Array(table.rows);
  const reasons: string[][] = new Array(table.rows);
  for (let fold = 0; fold < folds; fold++) {
    const { train, test } = splitFold(dealt, fold);
    const model = fitChurn(
      takeRows(table, train),
      Int8Array.from(train, (row) => labels[row]!)
    );
    const scored = scoreChurn(model, takeRows(table, test));
    test.forEach((row, at) => {
      probability[row] = scored.probability[at]!;
      reasons[row] = scored.reasons[at]!;
    });
    await onStep(fold, folds);
  }
  return {
    probability,
    reasons,
    threshold: chooseThreshold(labels, probability, goal),
    comparison,
    rocAuc: rocAuc(probability, labels),
    prAuc: averagePrecision(probability, labels),
    model: fitChurn(table, labels),
  };
}

function fitChurn(table: Table, labels: Labels): ChurnBoosting {
  const preparation = fitPreparation(table, withGaps);
  const trees = fitHistogramBoosting(prepare(table, preparation), labels, parameters);
  return { preparation, medians: columnMedians(table), trees };
}

/** Probabilities and reasons (TreeSHAP, which adds up to the log-odds) of rows that the model has not learnt from. */
export function scoreChurn(
  { preparation, medians, trees }: ChurnBoosting,
  table: Table
): { probability: Float64Array; reasons: string[][] } {
  // prettier-ignore
  const m = prepare(table, preparation);
  return {
    probability: predictBoosted(trees, m),
    reasons: reasonCodes(table, treeShap(trees.nodes, m), preparation, medians),
  };
}

/** A seeded sample in ascending order; all rows where they are few. */
function sampleRows(rows: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  return shuffleFirst(all, comparedRows, new Random(seed, 2)).slice(0, comparedRows).sort();
}
