import { type Model, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { SavedModel } from './registry';

export interface ModelIdentity extends SavedModel {
  model: string;
  version: string;
  features: readonly string[];
}

/** Announces the model as the live one; the one before is retired. */
export async function publishModel(
  client: ElasticClient,
  { model: modelName, version, features, file, contentHash }: ModelIdentity,
  facts: Pick<Model, 'trained_at' | 'data_from' | 'data_to' | 'rows' | 'card'>
): Promise<void> {
  const { name, fields } = indices.models;
  const id = `${modelName}-${version}`;
  const live = await client.search<Model>({
    index: name,
    size: 100,
    query: { bool: { filter: [{ term: { [fields.model]: modelName } }, { term: { [fields.status]: 'live' } }] } },
  });
  const model: Model = {
    model: modelName,
    model_version: version,
    status: 'live',
    content_hash: contentHash,
    file,
    features: [...features],
    ...facts,
  };
  await client.index({ index: name, id, document: model, refresh: true });
  for (const hit of live.hits.hits) {
    if (hit._id !== id) {
      await client.update({ index: name, id: hit._id!, doc: { status: 'retired' } });
    }
  }
}
