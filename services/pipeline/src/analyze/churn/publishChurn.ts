import type { MetricName, ModelFigures, SplitKind } from '@spendscope/analytics';
import { metricNames, unpackNodes } from '@spendscope/analytics';
import { type ModelCard, type ModelMetric, indices, modelSchemaId } from '@spendscope/contracts';
import { bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import type { ModelContent } from '@spendscope/registry';
import { churnFileVersion, churnModelName } from '@spendscope/scoring';
import { makeTrainedLive } from '../../models/makeTrainedLive';
import { publishModel } from '../../models/publishModel';
import { registryOf } from '../../models/registry';
import type { JobContext } from '../../runs/runJob';
import { churnCard } from './churnCard';
import type { Churn } from './estimateChurn';
import type { ServedTraining } from './trainChurn';

const elasticName: Record<MetricName, string> = {
  accuracy: 'accuracy',
  precision: 'precision',
  recall: 'recall',
  f1: 'f1',
  rocAuc: 'roc_auc',
  prAuc: 'pr_auc',
  brier: 'brier',
  brierCalibrated: 'brier_calibrated',
  logLoss: 'log_loss',
};

/** Saves the model under its content hash, announces it with its card, and writes each model's figures as metric points. */
export async function publishChurn(
  { client, folder, run, signal }: JobContext,
  training: NonNullable<Churn['training']>,
  context: { seed: number; at: Date; world: string; until?: Date; keepLive?: boolean }
): Promise<void> {
  const { model, comparison, threshold, rows } = training;
  const card = churnCard(training, { ...context, inputs: run.inputs });
  const registry = registryOf(folder);
  const saved = await registry.save(churnModelName, churnContent(training, card));
  const { version, file, content_hash: contentHash } = saved;
  run.made({ kind: 'model', name: churnModelName, content_hash: `sha256:${contentHash}` });
  await makeTrainedLive(registry, churnModelName, saved, {
    ...{ at: context.at, by: `run:${run.id}`, keepLive: context.keepLive },
    reason: `Trained on ${rows.learnt} customers.`,
  });
  await publishModel(
    client,
    registry,
    { model: churnModelName, version, file, contentHash, features: model.preparation.features },
    {
      trained_at: context.at.toISOString(),
      rows: rows.learnt,
      card: { ...card, threshold, comparison, run_id: run.id },
    }
  );
  const points = (['random', 'grouped'] as const).flatMap((split) =>
    (comparison.splits[split] ?? []).flatMap((figures) => metricPoints(figures, split, version, context.at))
  );
  const entries = bulkEntries(
    indices.modelMetrics.name,
    points,
    (point) => `${version}-${point.group}-${point.metric}`
  );
  await bulkWrite(client, bulkBatches(entries), { signal });
}

/** What the file of a model of churn consists of. */
export function churnContent(
  { model: { trees, ...rest }, threshold, reference }: Pick<ServedTraining, 'model' | 'threshold' | 'reference'>,
  card: ModelCard
): ModelContent {
  return {
    $schema: modelSchemaId,
    format: 'spendscope-churn',
    version: churnFileVersion,
    features: rest.preparation.features,
    card,
    threshold,
    reference,
    ...rest,
    trees: { ...trees, nodes: unpackNodes(trees.nodes) },
  };
}

function metricPoints(figures: ModelFigures, split: SplitKind, version: string, at: Date): ModelMetric[] {
  return metricNames.map((name) => ({
    '@timestamp': at.toISOString(),
    model: churnModelName,
    model_version: version,
    metric: elasticName[name],
    value: figures.metrics[name].mean,
    group: `${split}/${figures.model}`,
  }));
}
