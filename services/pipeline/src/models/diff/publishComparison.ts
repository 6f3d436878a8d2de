import { type ModelComparison, type ModelMetric, type ModelRef, comparisonGroup, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import { modelName } from '@spendscope/registry';

/** Puts the figures of a dry run among the model's metrics; those of the same two versions and day are replaced. */
export async function publishComparison(
  client: ElasticClient,
  { file, version }: ModelRef,
  comparison: ModelComparison
): Promise<void> {
  const group = comparisonGroup(comparison);
  const points = Object.entries(comparison.metrics).map(([metric, value]): ModelMetric => {
    return { '@timestamp': comparison.at, model: modelName(file), model_version: version, metric, value, group };
  });
  const idOf = ({ metric }: ModelMetric): string => `${version}-${group.replaceAll(' ', '-')}-${metric}`;
  await bulkWrite(client, bulkBatches(bulkEntries(indices.modelMetrics.name, points, idOf)));
}
