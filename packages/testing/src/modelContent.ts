import { type ModelFile, modelSchemaId } from '@spendscope/contracts';

/** Content of a model that is a file and a card, and scores nothing: another seed is another version. */
export const modelContentOf = (
  seed: number,
  change: object = {}
): Omit<ModelFile, 'content_hash'> & Record<string, unknown> => ({
  $schema: modelSchemaId,
  format: 'spendscope-churn',
  version: 3,
  features: ['recency'],
  card: {
    ...{ what: 'How likely a customer leaves.', algorithm: 'a test', seed, parameters: {} },
    ...{ data: { inputs: [] }, metrics: { roc_auc: 0.75 }, intended_use: 'tests', limits: ['anything else'] },
  },
  ...change,
});
