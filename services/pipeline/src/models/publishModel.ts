import { type Model, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type Detector, detectorName } from './detectorModel';

/** Announces the model as the live one; the one before is retired. */
export async function publishModel(
  client: ElasticClient,
  detector: Detector,
  facts: Pick<Model, 'trained_at' | 'data_from' | 'data_to' | 'rows' | 'card'>
): Promise<void> {
  const { name, fields } = indices.models;
  const id = `${detectorName}-${detector.version}`;
  const live = await client.search<Model>({
    index: name,
    size: 100,
    query: { bool: { filter: [{ term: { [fields.model]: detectorName } }, { term: { [fields.status]: 'live' } }] } },
  });
  const model: Model = {
    model: detectorName,
    model_version: detector.version,
    status: 'live',
    content_hash: detector.contentHash,
    file: detector.file,
    features: [...detector.forest.features],
    ...facts,
  };
  await client.index({ index: name, id, document: model, refresh: true });
  for (const hit of live.hits.hits) {
    if (hit._id !== id) {
      await client.update({ index: name, id: hit._id!, doc: { status: 'retired' } });
    }
  }
}
