import type { ModelTrial, RunInput } from '@spendscope/contracts';
import { churnModelName, readChurnFile } from '@spendscope/scoring';
import { churnCard } from '../../analyze/churn/churnCard';
import { leastHistoryDays, watchedDays } from '../../analyze/churn/churnHistory';
import { churnContent } from '../../analyze/churn/publishChurn';
import { defaultGoal } from '../../analyze/churn/thresholdGoal';
import { createSpendView } from '../../analyze/spendView';
import { registryOf } from '../../models/registry';
import type { JobContext } from '../../runs/runJob';
import type { StoreMeta } from '../../store/schema';
import { UserError } from '../../userError';
import { decideTrial } from '../decideTrial';
import { heldOutWindow, mayKnow } from '../heldOutWindow';
import type { RetrainOptions } from '../retrain';
import { settleTrial } from '../settleTrial';
import { trialFigures } from '../trialFigures';
import { heldOutCustomers } from './heldOutCustomers';
import { type Trainer, trainCandidate, trainer } from './trainCandidate';

/**
 * Trains churn on what lies before the last days, and judges it beside the live version on who did not order within them. What
 * is stored, and may become live, is the very model that was judged: it knows nothing of those days, so that the next
 * retraining can be held against it fairly.
 *
 * @param train how a model is learnt; tests give a worse one
 * @throws RegistryError where the live version's file or history is not as it was written: nothing changes then
 */
export async function retrainChurn(
  context: JobContext,
  { meta, inputs, ...options }: RetrainOptions & { meta: StoreMeta; inputs: readonly RunInput[] },
  train: Trainer = trainer
): Promise<ModelTrial> {
  const { store, folder, run, progress, signal } = context;
  const { seed, window: wanted, policy, now } = options;
  const { timeZone, world } = meta;
  await refuseLabels(context);
  const registry = registryOf(folder);
  const { seq, live: ref } = await registry.head(churnModelName);
  // First of all: what cannot be believed must not be compared with.
  const file = ref && (await registry.readRef(ref));
  const live = file && readChurnFile(file).model;
  await createSpendView(store, timeZone);
  const window = await heldOutWindow(store, timeZone, {
    wanted,
    usual: (days) => Math.min(watchedDays, Math.floor(days / 3), Math.floor((days - leastHistoryDays) / 2)),
    before: (days) => leastHistoryDays + days,
  });
  const onStep = async (done: number, total: number): Promise<void> => {
    progress.update('Training churn', done, total);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  };
  const { training, rows } = await run.stage(
    'Train churn',
    () => trainCandidate(store, window, { timeZone, seed, goal: defaultGoal, onStep, train }),
    (trained) => `ROC-AUC ${trained.training.rocAuc.toFixed(3)} out of fold, before ${window.firstDate}`
  );
  const tried = await run.stage('Try it on the held-out days', () =>
    heldOutCustomers(store, window, { timeZone, candidate: training.model, live })
  );
  const figures = trialFigures(tried);
  const target = `no order within ${window.until - window.from} days`;
  const sameTarget = file?.card.target === target;
  const trial: ModelTrial = {
    ...(ref ? { live: ref.version } : {}),
    at: now.toISOString(),
    ...{ from: window.firstDate, to: window.lastDate, judged_by: target },
    ...figures,
    live_knew: mayKnow(file, window),
    ...(file?.card.target && !sameTarget ? { live_target: file.card.target } : {}),
    ...{ margin: policy.margin, segment_margin: policy.segmentMargin },
    ...decideTrial({ figures, first: !ref, sameTarget }, policy),
  };
  const until = new Date(window.start.getTime() - 1);
  const card = churnCard({ ...training, rows, target }, { seed, world, inputs, until });
  const { candidate_figures: heldOut } = figures;
  Object.assign(card.metrics, heldOut && { held_out_roc_auc: heldOut.roc_auc, held_out_pr_auc: heldOut.pr_auc, held_out_brier: heldOut.brier }); // prettier-ignore
  const { features } = training.model.preparation;
  const candidate = await registry.save(churnModelName, churnContent(training, card));
  await settleTrial(context, { name: churnModelName, registry, seq, ref: candidate, features, card, trial, at: now, rows: rows.learnt }); // prettier-ignore
  return trial;
}

/** Labels without a date cannot be held out by time. */
async function refuseLabels({ store }: JobContext): Promise<void> {
  const { n } = await store.one<{ n: number }>('SELECT count(churned) AS n FROM customers');
  if (n > 0) {
    throw new UserError(
      'The loaded customers have a label of churn without its date, so no recent days of it can be held out.',
      'Use "spendscope analyze", which holds out customers instead.'
    );
  }
}
