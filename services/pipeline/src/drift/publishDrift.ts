import { type ModelMetric, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import type { DriftPoint } from './driftPoint';

/** Puts figures of a version among the model's metrics; those of earlier looks stay, so that a trend is seen. */
export async function publishDrift(
  client: ElasticClient,
  { model, version, points, at }: { model: string; version: string; points: readonly DriftPoint[]; at: Date }
): Promise<void> {
  const documents = points.map(({ metric, group, value }): ModelMetric => {
    return { '@timestamp': at.toISOString(), model, model_version: version, metric, value, group };
  });
  const idOf = ({ metric, group }: ModelMetric): string => `${version}-${group}-${metric}-${at.getTime()}`.replaceAll(' ', '-'); // prettier-ignore
  await bulkWrite(client, bulkBatches(bulkEntries(indices.modelMetrics.name, documents, idOf)));
}
