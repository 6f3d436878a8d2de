import {
  type BoostingParameters,
  type ChosenThreshold,
  type Comparison,
  type Labels,
  type Repeats,
  type Table,
  type ThresholdGoal,
  averagePrecision,
  brierScore,
  chooseByFold,
  choiceFitsOf,
  chooseThreshold,
  columnReference,
  compareModels,
  findRepeats,
  fitOddsCalibration,
  foldsOf,
  histogramBoosting,
  rocAuc,
  splitFold,
  takeRows,
} from '@spendscope/analytics';
import type { ChurnBoosting, ChurnReference } from '@spendscope/scoring';
import { fitChurn, scoreChurn } from './churnModel';
import type { Explanation } from './explanation';
import { sampleGroups } from './sampleGroups';

export interface ServedTraining {
  /** probability of each row by a model that had not seen it or its repeats */
  probability: Float64Array;
  reasons: Explanation[];
  threshold: ChosenThreshold;
  /** of the out-of-fold probabilities above, all rows together */
  rocAuc: number;
  prAuc: number;
  /** mean squared error of those probabilities, and of what they were before the calibration */
  brier: { raw: number; calibrated: number };
  /** learnt from all rows, for customers without a label */
  model: ChurnBoosting;
  /** what the rows looked like, for later ones to be held against */
  reference: ChurnReference;
}

export interface ChurnTraining extends ServedTraining {
  comparison: Comparison;
}

export interface TrainOptions {
  seed: number;
  /** what the thresholds are chosen for */
  goal: ThresholdGoal;
  onStep: (done: number, total: number) => Promise<void>;
}

/** Rows that all models are compared on: enough for two digits, and a first start stays within minutes. */
const comparedRows = 6_000;
/** Test rows of a part on which importance is measured. */
const importanceRows = 500;
const folds = 5;
/** Those whose settings cost little to try; plain boosting, neighbours and vector machines take their first one. */
export const tunedModels: readonly string[] = [
  histogramBoosting.model,
  'logistic_regression',
  'random_forest',
  'extra_trees',
  'decision_tree',
];

/**
 * Learns who leaves. Every figure and every probability is out of fold, and where rows repeat one another whole groups
 * are held out, so that nobody is judged by a copy of himself. Setting and calibration of each fold's model come from
 * rows outside the fold, by models that left out the fold and the row.
 */
export async function trainChurn(
  table: Table,
  labels: Labels,
  { seed, goal, onStep }: TrainOptions
): Promise<ChurnTraining> {
  const repeats = repeatsOf(table, seed);
  const sample = sampleGroups(repeats, comparedRows, seed);
  const { comparison } = await compareModels(
    takeRows(table, sample),
    labelsAt(labels, sample),
    { seed, goal, testFolds: 3, tune: tunedModels, importanceRows, onStep, repeats: { ...repeats, groups: sample.map((row) => repeats.groups[row]!) } } // prettier-ignore
  );
  return { comparison, ...(await trainServed(table, labels, { seed, goal, onStep, repeats })) };
}

/** The model that would decide alone, without the others that it is compared with. */
export async function trainServed(
  table: Table,
  labels: Labels,
  { seed, goal, onStep, repeats }: TrainOptions & { repeats: Repeats }
): Promise<ServedTraining> {
  const dealt = foldsOf(labels, repeats.repeatedRows > 0 ? repeats.groups : undefined, folds, seed);
  const total = choiceFitsOf(histogramBoosting, folds) + folds + 1;
  let done = 0;
  const onFit = (): Promise<void> => onStep(done++, total);
  const { byFold, overall } = await chooseByFold(histogramBoosting, { data: { table, labels }, folds: dealt, seed, onFit }); // prettier-ignore
  const probability = new Float64Array(table.rows);
  const raw = new Float64Array(table.rows);
  const reasons: Explanation[] = new Array(table.rows);
  for (const [fold, { candidate, outOfFold }] of byFold.entries()) {
    await onFit();
    const { train, test } = splitFold(dealt, fold);
    const learnt = labelsAt(labels, train);
    const { parameters } = candidate;
    const calibration = fitOddsCalibration(outOfFold, learnt);
    const scored = scoreChurn(fitChurn(takeRows(table, train), learnt, { parameters, calibration }), takeRows(table, test)); // prettier-ignore
    test.forEach((row, at) => {
      probability[row] = scored.probability[at]!;
      raw[row] = scored.raw[at]!;
      reasons[row] = scored.reasons[at]!;
    });
  }
  await onFit();
  return {
    probability,
    reasons,
    threshold: thresholdOf(labels, probability, goal),
    rocAuc: rocAuc(probability, labels),
    prAuc: averagePrecision(probability, labels),
    brier: { raw: brierScore(labels, raw), calibrated: brierScore(labels, probability) },
    model: fitChurn(table, labels, served(overall.parameters, raw, labels)),
    reference: referenceOf(table, probability),
  };
}

/** What later customers, and what the model says of them, are held against. */
export const referenceOf = (table: Table, probability: Float64Array): ChurnReference => ({
  rows: table.rows,
  columns: table.columns.map(columnReference),
  score: columnReference({ name: 'probability', kind: 'number', values: probability }),
});

/** Rows that repeat one another, which have to be held out together. */
export const repeatsOf = (table: Table, seed: number): Repeats =>
  findRepeats(table, { seed, neighbours: table.rows > 10_000 ? 10 : 30 });

const served = (
  parameters: BoostingParameters,
  raw: Float64Array,
  labels: Labels
): Pick<ChurnBoosting, 'parameters' | 'calibration'> => ({ parameters, calibration: fitOddsCalibration(raw, labels) });

/** Where costs make it best to alarm nobody, the threshold is 1, which a model file can hold and no probability reaches. */
function thresholdOf(labels: Labels, probability: Float64Array, goal: ThresholdGoal): ChosenThreshold {
  const chosen = chooseThreshold(labels, probability, goal);
  return { ...chosen, threshold: Math.min(chosen.threshold, 1) };
}

const labelsAt = (labels: Labels, rows: Int32Array): Labels => Int8Array.from(rows, (row) => labels[row]!);
