import { type ModelMetric, type OnnxModelFile, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import { type ModelRegistry, modelName, versionOfFile } from '@spendscope/registry';
import { publishModel } from '../models/publishModel';
import type { ShadowComparison } from './compareScores';

/** Puts the model among the models as a shadow, and what the comparison found among their metrics. */
export async function publishShadow(
  client: ElasticClient,
  registry: ModelRegistry,
  { model, file, compared, at }: { model: OnnxModelFile; file: string; compared: ShadowComparison; at: Date }
): Promise<void> {
  const name = modelName(file);
  const version = versionOfFile(file);
  const identity = { model: name, version, file, contentHash: model.content_hash, features: model.features };
  await publishModel(client, registry, identity, {
    ...{ trained_at: at.toISOString(), rows: compared.rows, card: model.card },
  });
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
