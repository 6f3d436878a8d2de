import { indices } from '@spendscope/contracts';
import { insightId, spendInsights } from '../insights/spendInsights';
import { anomalyHours } from '../report/anomalyHours';
import { collectReport } from '../report/collectReport';
import { customerFigureId, customerFigures } from '../report/customerFigures';
import { reportInsights } from '../report/insights';
import type { JobContext } from '../runs/runJob';
import type { StoreMeta } from '../store/schema';
import { comparisonDocuments, figureId } from './churn/comparisonDocuments';
import type { Churn } from './churn/estimateChurn';
import type { CustomerTable } from './customerTable';
import { writeDocuments } from './writeDocuments';

/** What {@link explore} writes; to be published with the run. */
export const explored = [indices.churnModels, indices.churnFigures, indices.customerFigures, indices.insights] as const;

/**
 * Writes what the dashboard on churn shows: the comparison of models, the pictures and the findings of a report. Where
 * nothing was learnt the indices are there and empty, so that no figure of an earlier run is taken for this one's.
 */
export async function explore(
  context: JobContext,
  churn: Churn,
  { meta, table, at }: { meta: StoreMeta; table: CustomerTable; at: Date }
): Promise<void> {
  const { store, client, run } = context;
  const stamp = { runId: run.id, at };
  const volatile = [run.id, at.toISOString()];
  const { models, figures } = churn.training ? comparisonDocuments(churn.training, stamp) : { models: [], figures: [] };
  await client.indices.refresh({ index: indices.anomalies.name, ignore_unavailable: true });
  const report = await collectReport(
    { store, meta },
    { claims: [], at, table, readAnomalies: () => anomalyHours(client, store, meta.timeZone) }
  );
  await writeDocuments(context, volatile, indices.churnModels, models, ({ split, model }) => `${split}-${model}`);
  await writeDocuments(context, volatile, indices.churnFigures, figures, figureId);
  await writeDocuments(context, volatile, indices.customerFigures, customerFigures(report, stamp), customerFigureId);
  const found = [...reportInsights(report, stamp), ...(await spendInsights(store, { meta, ...stamp }))];
  await writeDocuments(context, volatile, indices.insights, found, insightId);
}
