import { fitStack, predictStack, stackOutOfFold } from '../ensembles/stacking';
import { hardVote, softVote } from '../ensembles/voting';
import { type ThresholdGoal, chooseThreshold } from '../evaluation/chooseThreshold';
import { type Folds, groupFolds, splitFold, stratifiedFolds } from '../evaluation/folds';
import { type Labels, checkLabels } from '../labels';
import { type Repeats, findRepeats } from '../leakage/findRepeats';
import type { Table } from '../preprocessing/table';
import { type LabelledTable, type Learner, fitLearner, takeLabelled } from './learner';
import { learners as allLearners } from './learners';
import { type ModelFigures, type TestPart, modelFigures } from './modelFigures';
import { tuneLearner } from './trainPart';

export type SplitKind = 'random' | 'grouped';

export interface CompareOptions {
  seed: number;
  goal: ThresholdGoal;
  /** test parts: each row is tested once; 5 */
  testFolds?: number;
  /** folds of a training part, for tuning and thresholds; 3 */
  innerFolds?: number;
  learners?: readonly Learner[];
  /** found before, with a group for each of these rows; else they are looked for */
  repeats?: Repeats;
  /** whether settings are chosen inside the training part; else the first is taken */
  tune?: boolean;
  /** told before each model that is trained; may throw to stop */
  onStep?: (done: number, total: number) => void | Promise<void>;
}

/** The one-screen comparison: every model on every split; plain JSON. */
export interface Comparison {
  version: 1;
  rows: number;
  positives: number;
  seed: number;
  goal: ThresholdGoal;
  testFolds: number;
  innerFolds: number;
  repeats: Omit<Repeats, 'groups'>;
  /** which split says what to expect of customers not met yet */
  believe: SplitKind;
  /** `grouped` keeps repeats together; absent where there are none, since it would be the same as `random` */
  splits: { random: ModelFigures[]; grouped?: ModelFigures[] };
}

/** From this share of repeated rows on, a random split measures memory. */
const leakingShare = 0.01;

/**
 * Compares models on test parts that nothing was chosen on: preparation, settings and thresholds come from the training
 * part alone, by its own folds. Where rows repeat one another, once with rows dealt at random and once with repeats kept
 * together, side by side.
 *
 * @throws AnalyticsError where a class has too few rows for the folds
 */
export async function compareModels(
  table: Table,
  labels: Labels,
  options: CompareOptions
): Promise<{ comparison: Comparison; groups: Int32Array }> {
  const { seed, goal, testFolds = 5, innerFolds = 3 } = options;
  checkLabels(labels, table.rows, 'Comparing models');
  const { groups, ...repeats } = options.repeats ?? findRepeats(table, { seed });
  const leaks = rowsWithRepeats(groups) > leakingShare * table.rows;
  const kinds: SplitKind[] = leaks ? ['random', 'grouped'] : ['random'];
  const progress = { done: 0, total: kinds.length * testFolds * (options.learners ?? allLearners).length };
  const splits: Comparison['splits'] = { random: [] };
  for (const kind of kinds) {
    splits[kind] = await compareOnSplit({ table, labels }, kind === 'grouped' ? groups : undefined, options, progress);
  }
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const believe: SplitKind = leaks ? 'grouped' : 'random';
  return {
    comparison: { version: 1, rows: table.rows, positives, seed, goal, testFolds, innerFolds, repeats, believe, splits }, // prettier-ignore
    groups,
  };
}

/** Rows that share their group with others. */
function rowsWithRepeats(groups: Int32Array): number {
  const sizes = new Map<number, number>();
  groups.forEach((group) => sizes.set(group, (sizes.get(group) ?? 0) + 1));
  return groups.filter((group) => sizes.get(group)! > 1).length;
}

/** Folds of rows, or of groups where there are any. */
export function foldsOf(labels: Labels, groups: Int32Array | undefined, k: number, seed: number): Folds {
  return groups ? groupFolds(labels, groups, k, seed) : stratifiedFolds(labels, k, seed);
}

async function compareOnSplit(
  data: LabelledTable,
  groups: Int32Array | undefined,
  options: CompareOptions,
  progress: { done: number; total: number }
): Promise<ModelFigures[]> {
  const { seed, testFolds = 5 } = options;
  const folds = foldsOf(data.labels, groups, testFolds, seed);
  const parts = new Map<string, TestPart[]>();
  for (let fold = 0; fold < testFolds; fold++) {
    const { train, test } = splitFold(folds, fold);
    const inTraining = groups && Int32Array.from(train, (row) => groups[row]!);
    const tested = await compareOnPart(takeLabelled(data, train), takeLabelled(data, test), inTraining, options, progress); // prettier-ignore
    tested.forEach((part, model) => parts.set(model, [...(parts.get(model) ?? []), part]));
  }
  return [...parts].map(([model, tested]) => modelFigures(model, tested));
}

async function compareOnPart(
  training: LabelledTable,
  test: LabelledTable,
  groups: Int32Array | undefined,
  { seed, goal, innerFolds = 3, learners = allLearners, tune = true, onStep }: CompareOptions,
  progress: { done: number; total: number }
): Promise<Map<string, TestPart>> {
  const folds = foldsOf(training.labels, groups, innerFolds, seed);
  const tested = new Map<string, TestPart>();
  const held: Float64Array[] = [];
  const predicted: Float64Array[] = [];
  const add = (
    model: string,
    outOfFold: Float64Array,
    probabilities: Float64Array,
    parameters: TestPart['parameters']
  ): void => {
    const { threshold } = chooseThreshold(training.labels, outOfFold, goal);
    tested.set(model, { labels: test.labels, probabilities, threshold, parameters });
  };
  for (const learner of learners) {
    await onStep?.(progress.done++, progress.total);
    const candidates = tune ? learner.candidates : ([learner.candidates[0]] as const);
    const { candidate, outOfFold } = tuneLearner({ ...learner, candidates }, training, folds, seed);
    const probabilities = fitLearner(learner, candidate, training.table, training.labels, seed)(test.table);
    held.push(outOfFold);
    predicted.push(probabilities);
    add(learner.model, outOfFold, probabilities, candidate.parameters);
  }
  if (learners.length > 1) {
    add('soft_vote', softVote(held), softVote(predicted), {});
    add('hard_vote', hardVote(held), hardVote(predicted), {});
    const stacked = predictStack(fitStack(held, training.labels), predicted);
    add('stacking', stackOutOfFold(held, training.labels, folds), stacked, {});
  }
  return tested;
}
