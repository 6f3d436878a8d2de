import type { Calibration, TrainingHistory } from '@spendscope/analytics';
import {
  type DetectorName,
  type ModelCard,
  anomalyFloor,
  defaultContamination,
  indexTemplate,
  indices,
} from '@spendscope/contracts';
import { withPausedRefresh } from '@spendscope/elastic';
import { refOf } from '@spendscope/registry';
import { anomalyEntriesSql, customerAnomalyEntriesSql } from '../../documents/rowDocuments';
import { sendEntries } from '../../documents/sendEntries';
import { findPatterns } from '../../feedback/findPatterns';
import type { Feedback } from '../../feedback/readFeedback';
import { type JudgedRow, storeFeedback } from '../../feedback/storeFeedback';
import { type Detector, type DetectorFile, detectorName, saveDetector } from '../../models/detectorModel';
import { makeTrainedLive } from '../../models/makeTrainedLive';
import { publishModel } from '../../models/publishModel';
import { registryOf } from '../../models/registry';
import { DocumentsHash } from '../../runs/documentsHash';
import type { JobContext } from '../../runs/runJob';
import type { StoreMeta } from '../../store/schema';
import { storeCustomers } from '../customers/storeCustomers';
import { dropStaleAnomalies } from '../dropStaleAnomalies';
import { keptWrite } from '../keptWrite';
import { collectAnomalies } from './collectAnomalies';
import { detectorCard } from './detectorCard';
import { packFitted, unpackFitted } from './packFitted';
import type { DetectorPart } from './parts';
import { orderTransactions } from './streamHistories';
import {
  type DetectorScores,
  type FittedModels,
  type TrainingJob,
  calibrateModels,
  fitModels,
  scoreModels,
} from './trainDetector';
import type { TrainedModels } from './trainParts';
import { transactionFeatureNames } from './transactionFeatures';

export interface DetectOptions {
  seed: number;
  contamination?: number;
  rows: number;
  first: Date;
  last: Date;
  meta: StoreMeta;
  feedback: Feedback;
  at: Date;
  keepLive?: boolean;
}

/** Trains, scores and explains; fills `scored` and `customer_scores` and saves the model. Nothing is published yet. */
export async function detect(context: JobContext, options: DetectOptions): Promise<Detector> {
  const { store, run, progress, signal } = context;
  const { rows, meta } = options;
  await run.stage('Order by customer', () => orderTransactions(store, meta.timeZone));
  const judged = await run.stage(
    'Feedback',
    () => storeFeedback(store, options.feedback),
    ({ length }) => `${length} judged transactions`
  );
  const { detector, scores } = await trainDetectors(context, options, judged);
  const documents = await run.keptStage(
    'Reasons',
    () =>
      collectAnomalies(store, detector, {
        ...scores,
        judged,
        signal,
        onRow: (done) => progress.update('Reasons', done, rows),
      }),
    {
      detail: (found) => `${found} transactions at or above ${anomalyFloor}`,
      tables: ['scored', 'customer_scores'],
    }
  );
  run.measured({ anomalies: documents });
  return detector;
}

/** Learns from the transactions of `ordered`, and saves the model; nothing is live by that. */
export async function trainDetectors(
  { store, run, folder, progress, signal }: JobContext,
  options: DetectOptions,
  judged: readonly JudgedRow[]
): Promise<{ detector: Detector; scores: DetectorScores; card: ModelCard }> {
  const { seed, rows, meta, contamination = defaultContamination } = options;
  const job: TrainingJob = {
    judged,
    ...{ rows, seed, contamination, signal },
    onEpoch: (network, epoch) => progress.update(`Training ${network}`, epoch, 0),
    onRow: (done) => progress.update('Scoring', done, rows),
  };
  const fitted = await run.keptStage('Train detectors', () => fitModels(store, job), {
    detail: describeTraining,
    pack: packFitted,
    unpack: unpackFitted,
  });
  const raw = await run.keptStage('Score', () => scoreModels(store, fitted, job));
  const scores = calibrateModels(fitted, raw, job);
  // Features that were given are of customers: no detector has seen them.
  const inputs = run.inputs.filter(({ kind }) => kind !== 'file');
  const card = detectorCard(fitted, scores, { ...options, inputs });
  const detector = await saveDetector(registryOf(folder), {
    features: [...transactionFeatureNames],
    card,
    models: modelsAsJson(fitted.models, scores.parts),
    evidence: fitted.models.evidence.toJSON(),
    combination: scores.combination,
    population: fitted.population,
    labelled: await findPatterns(store, judged, fitted),
    timeZone: meta.timeZone,
    currency: meta.currency,
    world: meta.world,
  });
  run.made({ kind: 'model', name: detectorName, content_hash: `sha256:${detector.contentHash}` });
  run.measured(card.metrics);
  return { detector, scores, card };
}

/** Writes the anomalies and announces the model; returns how many documents were written. */
export async function publishDetection(
  context: JobContext,
  detector: Detector,
  options: DetectOptions
): Promise<number> {
  const { store, client, folder, run, progress, signal } = context;
  const { name } = indices.anomalies;
  const interval = String(indexTemplate(indices.anomalies).template.settings['index.refresh_interval']);
  await run.stage(
    'Customers’ anomalies',
    () => storeCustomers(store, detector.version, options),
    (customers) => `${customers} customers at or above ${anomalyFloor}`
  );
  const written = { runId: run.id, at: options.at };
  const { documents } = await keptWrite(context, 'Write anomalies', indices.anomalies, async () => {
    const hash = new DocumentsHash([run.id, options.at.toISOString()]);
    await withPausedRefresh(client, [name], interval, async () => {
      for (const sql of [anomalyEntriesSql(written), customerAnomalyEntriesSql(written)]) {
        const before = hash.documents;
        await sendEntries(store, client, sql, {
          ...{ signal, hash },
          onDocuments: (sent) => progress.update('Writing anomalies', before + sent, 0),
        });
      }
    });
    return { documents: hash.documents, contentHash: hash.toString() };
  });
  await dropStaleAnomalies(client, run.id, options.last, signal);
  const registry = registryOf(folder);
  await makeTrainedLive(registry, detectorName, refOf(detectorName, detector.contentHash), {
    ...{ at: options.at, by: `run:${run.id}`, keepLive: options.keepLive },
    reason: `Trained on ${options.rows} transactions up to ${options.last.toISOString()}.`,
  });
  await publishModel(
    client,
    registry,
    { ...detector, model: detectorName },
    {
      trained_at: options.at.toISOString(),
      data_from: options.first.toISOString(),
      data_to: options.last.toISOString(),
      rows: options.rows,
      card: { ...(await registry.read(detector.file)).card, run_id: run.id },
    }
  );
  return documents;
}

function describeTraining({ models: { autoencoder, lstm } }: FittedModels): string {
  const tell = (name: string, { training, heldOut, best }: TrainingHistory): string =>
    `${name}: ${training.length} epochs, held-out loss ${heldOut[best]?.toFixed(3) ?? 'none'}`;
  return `${tell('autoencoder', autoencoder.history)}; ${tell('LSTM', lstm.history)}`;
}

function modelsAsJson(models: TrainedModels, parts: readonly DetectorPart[]): DetectorFile['models'] {
  const kept = (name: DetectorName): { calibration: Calibration; weight: number } => {
    const { calibration, weight } = parts.find((part) => part.name === name)!;
    return { calibration, weight };
  };
  return {
    isolation_forest: { model: models.isolation_forest.toJSON(), ...kept('isolation_forest') },
    autoencoder: { model: models.autoencoder.toJSON(), ...kept('autoencoder') },
    lstm: { model: models.lstm.toJSON(), ...kept('lstm') },
  };
}
