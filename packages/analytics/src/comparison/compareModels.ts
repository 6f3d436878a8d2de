import { AnalyticsError } from '../analyticsError';
import { calibratedOdds, fitOddsCalibration } from '../calibrators/oddsCalibration';
import { fitStack, predictStack, stackOutOfFold } from '../ensembles/stacking';
import { hardVote, softVote } from '../ensembles/voting';
import { type ThresholdGoal, chooseThreshold } from '../evaluation/chooseThreshold';
import { type Folds, groupFolds, splitFold, stratifiedFolds } from '../evaluation/folds';
import { type Labels, checkLabels } from '../labels';
import { type Repeats, findRepeats } from '../leakage/findRepeats';
import type { Table } from '../preprocessing/table';
import { type FoldFit, crossFit, fitsOf } from './crossFit';
import { type LabelledTable, type Learner, takeLabelled } from './learner';
import { learners as allLearners } from './learners';
import { type ModelFigures, modelFigures } from './modelFigures';
import { partImportance } from './partImportance';

export type SplitKind = 'random' | 'grouped';

export interface CompareOptions {
  seed: number;
  goal: ThresholdGoal;
  /** test parts, three at least: each row is tested once; 5 */
  testFolds?: number;
  learners?: readonly Learner[];
  /** found before, with a group for each of these rows; else they are looked for */
  repeats?: Repeats;
  /** whether settings are chosen inside the training part, or of which models; else the first is taken */
  tune?: boolean | readonly string[];
  /** test rows of each part on which permutation importance is measured; 0 */
  importanceRows?: number;
  /** told before each model that is trained; may throw to stop */
  onStep?: (done: number, total: number) => void | Promise<void>;
}

/** The one-screen comparison: every model on every split; plain JSON. */
export interface Comparison {
  version: 2;
  rows: number;
  positives: number;
  seed: number;
  goal: ThresholdGoal;
  testFolds: number;
  repeats: Omit<Repeats, 'groups'>;
  /** which split says what to expect of customers not met yet */
  believe: SplitKind;
  /** `grouped` keeps repeats together; absent where there are none, since it would be the same as `random` */
  splits: { random: ModelFigures[]; grouped?: ModelFigures[] };
}

/** From this share of repeated rows on, a random split measures memory. */
const leakingShare = 0.01;

/**
 * Compares models on test parts that nothing was chosen on: preparation, settings, calibration and thresholds come from the
 * training part alone, by models that left out a second part of it (see `crossFit`). Where rows repeat one another, once with rows
 * dealt at random and once with repeats kept together, side by side.
 *
 * @throws AnalyticsError where a class has too few rows for the folds, or with fewer than three folds
 */
export async function compareModels(
  table: Table,
  labels: Labels,
  options: CompareOptions
): Promise<{ comparison: Comparison; groups: Int32Array }> {
  const { seed, goal, testFolds = 5, learners = allLearners, tune = true, onStep } = options;
  checkLabels(labels, table.rows, 'Comparing models');
  if (testFolds < 3) {
    throw new AnalyticsError('bad_option', `Comparing models needs three test parts, not ${testFolds}: two are left out at a time.`); // prettier-ignore
  }
  const { groups, ...repeats } = options.repeats ?? findRepeats(table, { seed });
  const leaks = rowsWithRepeats(groups) > leakingShare * table.rows;
  const kinds: SplitKind[] = leaks ? ['random', 'grouped'] : ['random'];
  const isTuned = ({ model }: Learner): boolean => (typeof tune === 'boolean' ? tune : tune.includes(model));
  const used = learners.map((each): Learner => (isTuned(each) ? each : { ...each, candidates: [each.candidates[0]] }));
  const total = kinds.length * used.reduce((sum, each) => sum + fitsOf(each, testFolds), 0);
  let done = 0;
  const onFit = (): void | Promise<void> => onStep?.(done++, total);
  const splits: Comparison['splits'] = { random: [] };
  for (const kind of kinds) {
    const folds = foldsOf(labels, kind === 'grouped' ? groups : undefined, testFolds, seed);
    splits[kind] = await compareOnSplit({ table, labels }, folds, used, { ...options, onFit });
  }
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const believe: SplitKind = leaks ? 'grouped' : 'random';
  return {
    comparison: { version: 2, rows: table.rows, positives, seed, goal, testFolds, repeats, believe, splits },
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

interface Part {
  train: Int32Array;
  learnt: Labels;
  test: LabelledTable;
}

type Predictions = Pick<FoldFit, 'outOfFold' | 'predicted'>;

async function compareOnSplit(
  data: LabelledTable,
  folds: Folds,
  learners: readonly Learner[],
  { seed, goal, testFolds = 5, importanceRows = 0, onFit }: CompareOptions & { onFit: () => void | Promise<void> }
): Promise<ModelFigures[]> {
  const parts = Array.from({ length: testFolds }, (_, fold): Part => {
    const { train, test } = splitFold(folds, fold);
    return { train, learnt: labelsAt(data.labels, train), test: takeLabelled(data, test) }; // prettier-ignore
  });
  const judged = (
    model: string,
    made: readonly Predictions[],
    parameters: readonly ModelFigures['parameters'][number][],
    mostRows?: number
  ): ModelFigures =>
    // prettier-ignore
    modelFigures(
      model,
      parts.map(({ learnt, test }, fold) => ({
        labels: test.labels,
        probabilities: made[fold]!.predicted,
        calibrated: calibratedOdds(made[fold]!.predicted, fitOddsCalibration(made[fold]!.outOfFold, learnt)),
        threshold: chooseThreshold(learnt, made[fold]!.outOfFold, goal).threshold,
        parameters: parameters[fold] ?? {},
        ...(mostRows ? { learntRows: Math.min(learnt.length, mostRows) } : {}),
      }))
    );
  const figures: ModelFigures[] = [];
  const made: Predictions[][] = [];
  for (const learner of learners) {
    const fits = await crossFit(learner, { data, folds, seed, onFit });
    const asked = importanceRows > 0 && !learner.dearToAsk;
    figures.push({
      ...judged(learner.model, fits, fits.map(({ candidate }) => candidate.parameters), learner.mostRows ?? Infinity), // prettier-ignore
      ...(asked ? { importance: partImportance(fits, parts.map(({ test }) => test), { seed, mostRows: importanceRows }) } : {}), // prettier-ignore
    });
    // The models themselves are let go.
    made.push(fits.map(({ outOfFold, predicted }) => ({ outOfFold, predicted })));
  }
  const together = learners.length > 1 ? combined(made, parts, folds) : {};
  return [...figures, ...Object.entries(together).map(([model, each]) => judged(model, each, []))];
}

/** What votes and the stack make of the single models' predictions, by test part. */
function combined(made: readonly Predictions[][], parts: readonly Part[], folds: Folds): Record<string, Predictions[]> {
  const each = (combine: (held: Float64Array[], predicted: Float64Array[], part: Part) => Predictions): Predictions[] =>
    parts.map((part, fold) =>
      combine(
        made.map((fits) => fits[fold]!.outOfFold),
        made.map((fits) => fits[fold]!.predicted),
        part
      )
    );
  return {
    soft_vote: each((held, predicted) => ({ outOfFold: softVote(held), predicted: softVote(predicted) })),
    hard_vote: each((held, predicted) => ({ outOfFold: hardVote(held), predicted: hardVote(predicted) })),
    stacking: each((held, predicted, { train, learnt }) => ({
      outOfFold: stackOutOfFold(held, learnt, train.map((row) => folds[row]!)), // prettier-ignore
      predicted: predictStack(fitStack(held, learnt), predicted),
    })),
  };
}

const labelsAt = (labels: Labels, rows: Int32Array): Labels => Int8Array.from(rows, (row) => labels[row]!);
