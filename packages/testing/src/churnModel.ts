import {
  Random,
  columnReference,
  fitHistogramBoosting,
  fitPreparation,
  histogramBoosting,
  prepare,
  tableOf,
  unpackNodes,
} from '@spendscope/analytics';
import { type ModelFile, modelSchemaId } from '@spendscope/contracts';
import { churnFileVersion } from '@spendscope/scoring';

const rows = 600;
export const churnColumns = ['recency', 'frequency', 'monetary'] as const;

/** Content of a small churn model of three columns of numbers: who has not come for long leaves. */
export function churnModelContent(seed: number): Omit<ModelFile, 'content_hash'> & Record<string, unknown> {
  const random = new Random(seed);
  const values = churnColumns.map(() => Float64Array.from({ length: rows }, () => 100 * random.next()));
  const table = tableOf(churnColumns.map((name, j) => ({ name, kind: 'number', values: values[j]! })));
  const labels = Int8Array.from(values[0]!, (recency) => (random.chance(recency / 100) ? 1 : 0));
  const preparation = fitPreparation(table, histogramBoosting.preparation);
  const { parameters } = histogramBoosting.candidates[0];
  const trees = fitHistogramBoosting(prepare(table, preparation), labels, parameters);
  const columns = table.columns.map(columnReference);
  const score = columnReference({ name: 'probability', kind: 'number', values: Float64Array.from(labels) });
  return {
    $schema: modelSchemaId,
    format: 'spendscope-churn',
    version: churnFileVersion,
    features: preparation.features,
    card: {
      ...{ what: 'How likely a customer leaves.', algorithm: 'gradient boosting', seed, parameters: {} },
      ...{ data: { inputs: [] }, metrics: { roc_auc: 0.75 }, intended_use: 'tests', limits: ['anything else'] },
    },
    threshold: { threshold: 0.5 },
    reference: { rows, columns, score },
    ...{ parameters, preparation, medians: [50, 50, 50], calibration: { slope: -1, shift: 0 } },
    trees: { ...trees, nodes: unpackNodes(trees.nodes) },
  };
}
