import type { ModelCard, RunInput } from '@spendscope/contracts';
import type { LearntRows } from './estimateChurn';
import { thresholdText, thresholdWords } from './thresholdGoal';
import type { ChurnTraining, ServedTraining } from './trainChurn';

/** What a model of churn cannot have learnt from. */
const unread = ['published_segments'];

/** What the card tells of a training; the comparison with other models is not made where a candidate is trained. */
export type CardedChurn = Pick<ServedTraining, 'rocAuc' | 'prAuc' | 'brier' | 'threshold' | 'model'> & {
  target: string;
  rows: LearntRows;
  comparison?: ChurnTraining['comparison'];
};

export interface CardContext {
  seed: number;
  world: string;
  inputs: readonly RunInput[];
  /** the last instant that it knows of; absent without transactions */
  until?: Date;
}

/** Nothing in it but what follows from the data and the parameters: the same of both gives the same bytes. */
export function churnCard(
  { target, rows, rocAuc, prAuc, brier, threshold, comparison, model }: CardedChurn,
  { seed, world, inputs, until }: CardContext
): ModelCard {
  return {
    what: 'How likely a customer leaves, from 0 to 1.',
    algorithm: 'gradient boosting on histograms, calibrated by Platt’s curve over log-odds, reasons by TreeSHAP',
    target,
    seed,
    parameters: {
      ...model.parameters,
      threshold: threshold.threshold,
      threshold_by: thresholdText(threshold.goal),
      ...(comparison ? { compared_on: comparison.rows } : {}),
      drawn_from: rows.of,
    },
    data: {
      world,
      ...(until ? { to: until.toISOString() } : {}),
      rows: rows.learnt,
      inputs: inputs.filter(({ name }) => !unread.includes(name)),
    },
    metrics: {
      roc_auc: rocAuc,
      pr_auc: prAuc,
      brier: brier.calibrated,
      brier_uncalibrated: brier.raw,
      ...(comparison ? { repeated_rows: comparison.repeats.repeatedRows } : {}),
    },
    intended_use: `To choose whom to write to, with the reasons beside it; the threshold is ${thresholdWords(threshold.goal)}.`,
    limits: [
      ...(rows.learnt < rows.of
        ? [`Learnt from ${rows.learnt} of ${rows.of} customers, drawn by the seed with the share of both kinds kept; repeats were looked for among these.`] // prettier-ignore
        : []),
      'It tells who looks like those who left, not why they leave, nor whether an offer keeps them.',
      'Figures are of customers held out from the same data; a later month may differ.',
      'Not for decisions on credit, price or service of a single person.',
    ],
  };
}
