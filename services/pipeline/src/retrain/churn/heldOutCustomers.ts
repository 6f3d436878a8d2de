import type { ChurnBoosting } from '@spendscope/scoring';
import { churnProbability, columnsFor } from '@spendscope/scoring';
import { everySpend, readFeatures } from '../../analyze/churn/churnFeatures';
import { labelsAfter } from '../../analyze/churn/churnHistory';
import { idRanges } from '../../store/idRanges';
import type { Store } from '../../store/store';
import { customerGroups } from '../customerGroups';
import type { HeldOutWindow } from '../heldOutWindow';
import type { TriedRows } from '../trialFigures';

const tables = { features: 'held_out_features', rfm: 'held_out_rfm' };

/** What both models say of the customers as they were when the window began, and who did not order within it. */
export async function heldOutCustomers(
  store: Store,
  { from, until }: HeldOutWindow,
  { timeZone, candidate, live }: { timeZone: string; candidate: ChurnBoosting; live?: ChurnBoosting }
): Promise<TriedRows> {
  const { labels } = await labelsAfter(store, timeZone, { cutoff: from, days: until - from, tables });
  const scored = [candidate, ...(live ? [live] : [])].map((model) => ({
    model,
    scores: new Float64Array(labels.length),
  }));
  let done = 0;
  for (const part of await idRanges(store, tables.rfm)) {
    const { table } = await readFeatures(store, everySpend(tables), part('r.user_id'));
    if (table.rows > 0) {
      scored.forEach(({ model, scores }) => scores.set(churnProbability(model, columnsFor(model, table)), done));
      done += table.rows;
    }
  }
  return {
    labels: Int8Array.from(labels),
    candidate: scored[0]!.scores,
    ...(live ? { live: scored[1]!.scores } : {}),
    groups: await customerGroups(store, tables.rfm, 'r.user_id'),
    probabilities: true,
  };
}
