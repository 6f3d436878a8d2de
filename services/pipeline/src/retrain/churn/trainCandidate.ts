import type { Labels, Table } from '@spendscope/analytics';
import { spendSource } from '../../analyze/churn/churnFeatures';
import { labelsAfter } from '../../analyze/churn/churnHistory';
import { type LearntRows, enough, readRows } from '../../analyze/churn/estimateChurn';
import { drawLearntRows } from '../../analyze/churn/learntRows';
import { type ServedTraining, type TrainOptions, repeatsOf, trainServed } from '../../analyze/churn/trainChurn';
import type { Store } from '../../store/store';
import { UserError } from '../../userError';
import type { HeldOutWindow } from '../heldOutWindow';

/** Learns from rows whose answer is known. */
export type Trainer = (table: Table, labels: Labels, options: TrainOptions) => Promise<ServedTraining>;

export const trainer: Trainer = (table, labels, options) =>
  trainServed(table, labels, { ...options, repeats: repeatsOf(table, options.seed) });

const tables = { features: 'before_features', rfm: 'before_rfm' };

/**
 * A model of churn from what lies before the window: customers as they were one window's length before it began, and who
 * did not order until then. Nothing of it knows a day that is held out.
 *
 * @throws UserError where there are too few customers to learn from
 */
export async function trainCandidate(
  store: Store,
  { from, until }: HeldOutWindow,
  { timeZone, train, ...options }: TrainOptions & { timeZone: string; train: Trainer }
): Promise<{ training: ServedTraining; rows: LearntRows }> {
  const days = until - from;
  const { ids, labels } = await labelsAfter(store, timeZone, { cutoff: from - days, days, tables });
  if (!enough(labels)) {
    throw new UserError(
      `Too few customers before the held-out days to learn from: ${labels.length}, of whom ${labels.reduce((sum, label) => sum + label, 0)} left.`,
      'A model needs 200 customers, 30 of each kind. Ingest more, or hold out other days with --window.'
    );
  }
  const learnt = drawLearntRows(labels, options.seed);
  const table = await readRows(store, await spendSource(store, tables), ids, learnt);
  const known = Int8Array.from(learnt, (row) => labels[row]!);
  return { training: await train(table, known, options), rows: { learnt: learnt.length, of: labels.length } };
}
