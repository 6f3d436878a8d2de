import type { Calibration, TrainingHistory } from '@spendscope/analytics';
import { type DetectorName, anomalyFloor, defaultContamination, indexTemplate, indices } from '@spendscope/contracts';
import { withPausedRefresh } from '@spendscope/elastic';
import { anomalyEntriesSql } from '../../documents/rowDocuments';
import { sendEntries } from '../../documents/sendEntries';
import { type Detector, type DetectorFile, detectorName, saveDetector } from '../../models/detectorModel';
import { publishModel } from '../../models/publishModel';
import type { JobContext } from '../../runs/runJob';
import type { StoreMeta } from '../../store/schema';
import { dropStaleAnomalies } from '../dropStaleAnomalies';
import { collectAnomalies } from './collectAnomalies';
import type { DetectorPart } from './parts';
import { orderTransactions } from './streamHistories';
import { type FittedModels, type TrainingJob, calibrateModels, fitModels } from './trainDetector';
import type { TrainedModels } from './trainParts';
import { transactionFeatureNames } from './transactionFeatures';

export interface DetectOptions {
  seed: number;
  contamination?: number;
  rows: number;
  first: Date;
  last: Date;
  meta: StoreMeta;
  at: Date;
}

/** Trains, scores and explains; fills `scored` and `customer_scores` and saves the model. Nothing is published yet. */
export async function detect(context: JobContext, options: DetectOptions): Promise<Detector> {
  const { store, run, folder, progress, signal } = context;
  const { seed, rows, meta, contamination = defaultContamination } = options;
  await run.stage('Order by customer', () => orderTransactions(store, meta.timeZone));
  const job: TrainingJob = {
    ...{ rows, seed, contamination, signal },
    onEpoch: (network, epoch) => progress.update(`Training ${network}`, epoch, 0),
    onRow: (done) => progress.update('Scoring', done, rows),
  };
  const fitted = await run.stage('Train detectors', () => fitModels(store, job), describeTraining);
  const scores = await run.stage('Score', () => calibrateModels(store, fitted, job));
  const detector = saveDetector(folder.registry, {
    features: [...transactionFeatureNames],
    models: modelsAsJson(fitted.models, scores.parts),
    combination: scores.combination,
    population: fitted.population,
    timeZone: meta.timeZone,
    currency: meta.currency,
    world: meta.world,
  });
  await run.stage(
    'Reasons',
    () =>
      collectAnomalies(store, detector, {
        ...scores,
        signal,
        onRow: (done) => progress.update('Reasons', done, rows),
      }),
    (documents) => `${documents} transactions at or above ${anomalyFloor}`
  );
  return detector;
}

/** Writes the anomalies and announces the model; returns how many documents were written. */
export async function publishDetection(
  context: JobContext,
  detector: Detector,
  options: DetectOptions
): Promise<number> {
  const { store, client, run, progress, signal } = context;
  const { name } = indices.anomalies;
  const interval = String(indexTemplate(indices.anomalies).template.settings['index.refresh_interval']);
  const { documents } = await run.stage('Write anomalies', () =>
    withPausedRefresh(client, [name], interval, () =>
      sendEntries(store, client, anomalyEntriesSql({ runId: run.id, at: options.at }), {
        signal,
        onDocuments: (sent) => progress.update('Writing anomalies', sent, 0),
      })
    )
  );
  await dropStaleAnomalies(client, run.id, options.last, signal);
  await publishModel(
    client,
    { ...detector, model: detectorName },
    {
      trained_at: options.at.toISOString(),
      data_from: options.first.toISOString(),
      data_to: options.last.toISOString(),
      rows: options.rows,
      card: {
        algorithm:
          'mean of the calibrated scores of isolation forest (100 trees, 256 samples), autoencoder (14-9-5-9-14) and LSTM (16)',
        seed: options.seed,
        contamination: options.contamination ?? defaultContamination,
        calibration: 'each detector and their mean tail-calibrated on all transactions of the run',
        world: options.meta.world,
      },
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
  const calibrationOf = (name: DetectorName): Calibration => parts.find((part) => part.name === name)!.calibration;
  return {
    isolation_forest: {
      model: models.isolation_forest.toJSON(),
      calibration: calibrationOf('isolation_forest'),
    },
    autoencoder: { model: models.autoencoder.toJSON(), calibration: calibrationOf('autoencoder') },
    lstm: { model: models.lstm.toJSON(), calibration: calibrationOf('lstm') },
  };
}
