import type { Insight } from '@spendscope/contracts';
import { createSpendView } from '../analyze/spendView';
import type { StoreMeta } from '../store/schema';
import type { Store } from '../store/store';
import { cardGain } from './cardGain';
import { categoryGrowth, nextQuarter } from './categoryGrowth';
import type { SpendData } from './finding';
import { gradeBenefit } from './gradeBenefit';
import { gradeBorders, topGrades } from './gradeBorders';
import { createGradePaths, learnCrossing, storeGradePaths } from './gradePaths';
import { storeGroups } from './groups';
import { ownOutliers } from './ownOutliers';
import { prepareSpend } from './prepareSpend';
import { quarters } from './quarters';
import { recommendations } from './recommendations';
import { regions } from './regions';
import { lookalikes, segmentMonths } from './targetFindings';
import { vvipByAge } from './vvipByAge';

/**
 * What a review of the spend asks, answered from the store, with the numbers behind each answer; and the table `grade_paths`
 * for customers' documents. Reads `results` for churn. Without transactions there is nothing to answer.
 */
export async function spendInsights(
  store: Store,
  { meta, runId, at }: { meta: StoreMeta; runId: string; at: Date }
): Promise<Insight[]> {
  await createGradePaths(store);
  await createSpendView(store, meta.timeZone);
  const span = await store.one<{ first: number | null; last: number | null }>(
    'SELECT CAST(min(local_day) AS INTEGER) AS first, CAST(max(local_day) AS INTEGER) AS last FROM spend WHERE is_spend = 1'
  );
  if (span.first === null || span.last === null) {
    return [];
  }
  const data: SpendData = { store, first: span.first, last: span.last, currency: meta.currency, world: meta.world };
  await prepareSpend(store, data.last);
  await storeGroups(data);
  const { findings: grades, borders } = await gradeBorders(data);
  await storeGradePaths(data, borders, await learnCrossing(data, borders));
  const growth = await categoryGrowth(data);
  const found = [
    ...(await quarters(data)),
    ...growth,
    ...(await nextQuarter(data, growth)),
    ...grades,
    ...topGrades(grades),
    ...(await regions(data)),
    ...(await vvipByAge(data)),
    ...(await gradeBenefit(data)),
    ...(await ownOutliers(data)),
    ...(await recommendations(data)),
    ...(await cardGain(data)),
    ...(await segmentMonths(data)),
    ...(await lookalikes(data)),
  ];
  return found.map((finding) => ({ run_id: runId, ...finding, created_at: at.toISOString() }));
}

/** What a finding of a run is known by. */
export const insightId = ({ kind, question, period, group, dimension, category, place }: Insight): string =>
  [kind, question, ...(kind === 'churn' || kind === 'pair' || kind === 'anomalies' ? [] : [period, dimension, group, category, place])].join('-'); // prettier-ignore
