import {
  type ClassScores,
  type Comparison,
  type ModelFigures,
  type Parameters,
  histogramBoosting,
} from '@spendscope/analytics';
import { type ChurnFigure, type ChurnModel, churnSplits } from '@spendscope/contracts';
import { count } from '@spendscope/findings';
import type { ChurnBoosting } from '@spendscope/scoring';
import { modelName } from '../../words/modelNames';
import type { Churn, LearntRows } from './estimateChurn';
import { thresholdText } from './thresholdGoal';

export interface ComparisonDocuments {
  models: ChurnModel[];
  figures: ChurnFigure[];
}

/** Columns whose importance is kept, the most important first. */
const mostColumns = 20;

export type ComparedChurn = Pick<NonNullable<Churn['training']>, 'comparison' | 'target' | 'rows' | 'brier'> & {
  model: Pick<ChurnBoosting, 'parameters'>;
};

/** A comparison as documents: one for each model and split, and the points of its pictures. */
export function comparisonDocuments(
  { comparison, target, rows, model, brier }: ComparedChurn,
  { runId, at }: { runId: string; at: Date }
): ComparisonDocuments {
  const stamp = { run_id: runId, created_at: at.toISOString() };
  const models: ChurnModel[] = [];
  const figures: ChurnFigure[] = [];
  // The split to believe stands first in the table.
  const splits = comparison.believe === 'grouped' ? [...churnSplits].reverse() : churnSplits;
  for (const split of splits) {
    const compared = comparison.splits[split] ?? [];
    const believed = comparison.believe === split;
    const ranked = [...compared].sort((a, b) => b.metrics.prAuc.mean - a.metrics.prAuc.mean);
    for (const each of ranked) {
      const common = { ...stamp, model: each.model, name: modelName(each.model), split, believed, best: each === ranked[0] }; // prettier-ignore
      models.push({
        ...common,
        place: models.length,
        ...(each.model === histogramBoosting.model
          ? {
              in_service: true,
              served_setting: settingOf(model.parameters),
              served_brier: { raw: brier.raw, calibrated: brier.calibrated },
            }
          : { in_service: false }),
        why: `${whyOf(comparison, split)}${drawnFrom(rows)}`,
        target,
        rows: comparison.rows,
        positives: comparison.positives,
        test_parts: comparison.testFolds,
        threshold_by: thresholdText(comparison.goal),
        ...scoresOf(each),
      });
      const asked = ranked.find(({ importance }) => importance);
      figures.push(
        ...picturesOf(each).map((figure) => ({
          ...common,
          ...figure,
          // Importance of the best model that it was measured for.
          ...(figure.kind === 'importance' ? { best: each === asked } : {}),
        }))
      );
    }
    if (compared.length > 0) {
      figures.push(
        ...references.map((line) => ({ ...stamp, split, believed, best: false, ...line, name: modelName(line.model) }))
      );
    }
  }
  return { models, figures };
}

/** Names a document of the figures within its run. */
export const figureId = ({ kind, split, model, place }: ChurnFigure): string => `${kind}-${split}-${model}-${place}`;

function scoresOf({
  metrics,
  parameters,
  learntRows,
  thresholds,
  report,
  confusion,
}: ModelFigures): Omit<
  ChurnModel,
  | 'run_id'
  | 'created_at'
  | 'model'
  | 'name'
  | 'place'
  | 'split'
  | 'believed'
  | 'best'
  | 'in_service'
  | 'served_setting'
  | 'served_brier'
  | 'why'
  | 'target'
  | 'rows'
  | 'positives'
  | 'test_parts'
  | 'threshold_by'
> {
  // prettier-ignore
  const [stays, leaves] = report.classes;
  const finite = thresholds.map((threshold) => Math.min(threshold, 1));
  return {
    ...(learntRows === undefined ? {} : { learnt_rows: learntRows, settings: parameters.map(settingOf) }),
    accuracy: metrics.accuracy.mean,
    precision: metrics.precision.mean,
    recall: metrics.recall.mean,
    f1: metrics.f1.mean,
    roc_auc: metrics.rocAuc.mean,
    pr_auc: metrics.prAuc.mean,
    brier: metrics.brier.mean,
    brier_calibrated: metrics.brierCalibrated.mean,
    log_loss: metrics.logLoss.mean,
    deviation: {
      accuracy: metrics.accuracy.deviation,
      f1: metrics.f1.deviation,
      roc_auc: metrics.rocAuc.deviation,
      pr_auc: metrics.prAuc.deviation,
    },
    threshold: finite.reduce((sum, each) => sum + each, 0) / finite.length,
    thresholds: finite,
    report: {
      stays: plain(stays),
      leaves: plain(leaves),
      macro: plain(report.macro),
      weighted: plain(report.weighted),
    },
    confusion: {
      true_negatives: confusion.trueNegatives,
      false_positives: confusion.falsePositives,
      false_negatives: confusion.falseNegatives,
      true_positives: confusion.truePositives,
    },
  };
}

/** A setting as one word: `trees=100 leaves=15`. */
const settingOf = (parameters: Parameters): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

const plain = ({ precision, recall, f1, support }: ClassScores): ClassScores => ({ precision, recall, f1, support });

type Picture = Omit<ChurnFigure, 'run_id' | 'created_at' | 'model' | 'name' | 'split' | 'believed' | 'best'>;

function picturesOf({
  roc,
  precisionRecall,
  calibration,
  calibrationAfter,
  importance = [],
  confusion,
  report,
}: ModelFigures): Picture[] {
  const line = (kind: 'roc' | 'precision_recall', points: ModelFigures['roc']): Picture[] =>
    points.map(([x, y], place) => ({ kind, place, x, y }));
  const bins = (kind: 'calibration' | 'calibration_after', points: ModelFigures['calibration']): Picture[] =>
    points.map(({ predicted, observed, rows }, place) => ({ kind, place, x: predicted, y: observed, rows }));
  const columns = [...importance].sort((a, b) => b.drop - a.drop).slice(0, mostColumns);
  return [
    ...line('roc', roc),
    ...line('precision_recall', precisionRecall),
    ...bins('calibration', calibration),
    ...bins('calibration_after', calibrationAfter),
    ...columns.map(({ name, drop, deviation }, place): Picture => ({ kind: 'importance', place, column: name, drop, deviation })), // prettier-ignore
    ...reportRows(report).map(([actual, { support, ...scores }], place): Picture => ({ kind: 'report', place, actual, rows: support, ...scores })), // prettier-ignore
    { kind: 'confusion', place: 0, actual: 'left', said_leaves: confusion.truePositives, said_stays: confusion.falseNegatives }, // prettier-ignore
    { kind: 'confusion', place: 1, actual: 'stayed', said_leaves: confusion.falsePositives, said_stays: confusion.trueNegatives }, // prettier-ignore
  ];
}

const reportRows = ({ classes, macro, weighted }: ModelFigures['report']): [string, ClassScores][] => [
  ['leaves', plain(classes[1])],
  ['stays', plain(classes[0])],
  ['plain mean', plain(macro)],
  ['mean by customers', plain(weighted)],
];

/** The lines that a curve is held against: a coin's ROC, and probabilities that are always right. */
const references: (Picture & { model: string })[] = [
  { kind: 'roc', model: 'chance', place: 0, x: 0, y: 0 },
  { kind: 'roc', model: 'chance', place: 1, x: 1, y: 1 },
  { kind: 'calibration', model: 'perfect', place: 0, x: 0, y: 0 },
  { kind: 'calibration', model: 'perfect', place: 1, x: 1, y: 1 },
];

/** How much of a large table was looked at; nothing of a small one. */
const drawnFrom = ({ learnt, of }: LearntRows): string =>
  learnt === of ? '' : ` Rows were drawn from ${count(learnt, 'en')} of ${count(of, 'en')} customers, which the model learnt from.`; // prettier-ignore

function whyOf({ repeats, believe, rows }: Comparison, split: keyof Comparison['splits']): string {
  if (believe === 'random') {
    return 'Believe it: next to no row repeats another, so a customer dealt to the test part is new to the model.';
  }
  // Repeats are counted over all rows; the comparison may take a sample of them.
  const found = `${count(repeats.repeatedRows, 'en')} of all rows repeat others (${count(rows, 'en')} were compared)`;
  return split === 'grouped'
    ? `Believe it: ${found}, and here whole groups of repeats are held out, as new customers would be.`
    : `Do not believe it: ${found}, so dealt at random most customers of the test part were learnt by heart.`;
}
