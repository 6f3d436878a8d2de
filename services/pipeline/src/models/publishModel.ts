import { type Model, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type ModelRegistry, publishStatus, statusOf } from '@spendscope/registry';

export interface ModelIdentity {
  model: string;
  version: string;
  file: string;
  contentHash: string;
  features: readonly string[];
}

/** Announces the model; what it and the versions before it are for now is what the registry's history says. */
export async function publishModel(
  client: ElasticClient,
  registry: ModelRegistry,
  { model: modelName, version, features, file, contentHash }: ModelIdentity,
  facts: Pick<Model, 'trained_at' | 'data_from' | 'data_to' | 'rows' | 'card'>
): Promise<void> {
  const entries = await registry.history(modelName);
  const document: Model = {
    model: modelName,
    model_version: version,
    ...statusOf(version, entries),
    content_hash: contentHash,
    file,
    features: [...features],
    ...facts,
  };
  await client.index({ index: indices.models.name, id: `${modelName}-${version}`, document, refresh: true });
  await publishStatus(client, modelName, entries);
}
