import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, float, integer, keyword, list, long, object, optional, oneOf, text } from '../elasticTypes';

/** `random` deals rows at random; `grouped` keeps rows that repeat each other together. */
export const churnSplits = ['random', 'grouped'] as const;

const classScores = () => object({ precision: float(), recall: float(), f1: float(), support: long('rows') });

export const ChurnModel = object({
  run_id: keyword(),
  model: keyword('how it learns, e.g. random_forest, or how it joins the others, e.g. soft_vote'),
  name: keyword('the same in words'),
  place: integer('order of the table, from 0: the split to believe first, by PR-AUC within a split'),
  split: oneOf(churnSplits),
  believed: boolean('whether this split says what to expect of customers not met yet'),
  best: boolean('the highest PR-AUC of this split; the first on a tie'),
  in_service: boolean('a model of this kind gives the customers’ probabilities'),
  settings: optional(
    list(keyword('taken for each test part, e.g. trees=100 leaves=15; absent where a model joins others'))
  ),
  learnt_rows: optional(
    long('customers it learnt from, mean over test parts: some take a sample of the training part')
  ),
  served_setting: optional(keyword('in service: the setting that gives the customers’ probabilities')),
  served_brier: optional(
    object({ raw: float('before the calibration'), calibrated: float('of the probabilities in service, out of fold') })
  ),
  why: text('why this split is to be believed or not'),
  target: text('what counts as leaving'),
  rows: long('customers tested, each once'),
  positives: long('of them those who left'),
  test_parts: integer(),
  accuracy: float('this and the following: mean over test parts'),
  precision: float('of those who leave'),
  recall: float('of those who leave'),
  f1: float('of those who leave'),
  roc_auc: float(),
  pr_auc: float('average precision'),
  brier: float('mean squared distance of probability and outcome'),
  brier_calibrated: float('the same of probabilities calibrated on out-of-fold predictions of the training part'),
  log_loss: float(),
  deviation: object({ accuracy: float(), f1: float(), roc_auc: float(), pr_auc: float() }),
  threshold: float('mean over test parts'),
  thresholds: list(float('of each test part')),
  threshold_by: keyword('what it was chosen for: f1, recall:FLOOR or cost:MISSED:FALSE_ALARM'),
  report: object({ stays: classScores(), leaves: classScores(), macro: classScores(), weighted: classScores() }),
  confusion: object({
    true_negatives: long(),
    false_positives: long(),
    false_negatives: long(),
    true_positives: long(),
  }),
  created_at: date(),
});
export type ChurnModel = Static<typeof ChurnModel>;

export const churnModels = defineIndex({
  name: 'spendscope-churn-models',
  layout: 'run',
  version: 3,
  description: 'One document says how well a churn model did on the test parts of a split.',
  grafanaReads: true,
  document: ChurnModel,
});

export const churnFigureKinds = [
  'roc',
  'precision_recall',
  'calibration',
  'calibration_after',
  'importance',
  'confusion',
  'report',
] as const;

export const ChurnFigure = object({
  run_id: keyword(),
  kind: oneOf(churnFigureKinds),
  model: keyword('as in spendscope-churn-models; chance and perfect are lines to compare with'),
  name: keyword('the same in words'),
  split: oneOf(churnSplits),
  believed: boolean(),
  best: boolean(),
  place: integer('order within the figure, from 0'),
  x: optional(float('false positive rate, recall, or mean probability of a bin')),
  y: optional(float('true positive rate, precision, or share that left in the bin')),
  rows: optional(long('customers in the bin; report: support')),
  column: optional(keyword('importance: the column that was shuffled')),
  drop: optional(float('importance: fall in ROC-AUC, mean over test parts')),
  deviation: optional(float('importance: standard deviation over test parts')),
  actual: optional(keyword('confusion: what customers did; report: class or kind of mean')),
  precision: optional(float()),
  recall: optional(float()),
  f1: optional(float()),
  said_stays: optional(long('confusion: customers below the threshold')),
  said_leaves: optional(long('confusion: customers at or above the threshold')),
  created_at: date(),
});
export type ChurnFigure = Static<typeof ChurnFigure>;

export const churnFigures = defineIndex({
  name: 'spendscope-churn-figures',
  layout: 'run',
  version: 2,
  description: 'One document is a point, bar or row of a picture of a churn model on a split.',
  grafanaReads: true,
  document: ChurnFigure,
});
