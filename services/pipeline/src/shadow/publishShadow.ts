import { type Model, type ModelMetric, type OnnxModelFile, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import type { ShadowComparison } from './compareScores';

/** Puts the model among the models as a shadow, and what the comparison found among their metrics. */
export async function publishShadow(
  client: ElasticClient,
  { model, file, compared, at }: { model: OnnxModelFile; file: string; compared: ShadowComparison; at: Date }
): Promise<void> {
  const name = file.replace(/-[0-9a-f]{16}\.json$/, '');
  const version = `${name}-${model.content_hash.slice(0, 8)}`;
  const document: Model = {
    ...{ model: name, model_version: version, status: 'shadow', trained_at: at.toISOString(), rows: compared.rows },
    ...{ content_hash: model.content_hash, file, features: [...model.features], card: model.card },
  };
  await client.index({ index: indices.models.name, id: version, document, refresh: true });
  const found: Record<string, number | undefined> = {
    rank_correlation: compared.correlation,
    roc_auc: compared.judged?.shadow.rocAuc,
    pr_auc: compared.judged?.shadow.prAuc,
    live_roc_auc: compared.judged?.live?.rocAuc,
  };
  const points = Object.entries(found).flatMap(
    ([metric, value]): ModelMetric[] =>
    value === undefined ? [] : [{ '@timestamp': at.toISOString(), model: name, model_version: version, metric, value, group: 'shadow' }] // prettier-ignore
  );
  await bulkWrite(client, bulkBatches(bulkEntries(indices.modelMetrics.name, points, ({ metric }) => `${version}-${metric}`))); // prettier-ignore
}
