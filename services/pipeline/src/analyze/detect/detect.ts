import { anomalyFloor, defaultContamination, indexTemplate, indices } from '@spendscope/contracts';
import { withPausedRefresh } from '@spendscope/elastic';
import { anomalyEntriesSql } from '../../documents/rowDocuments';
import { sendEntries } from '../../documents/sendEntries';
import { type Detector, detectorName, saveDetector } from '../../models/detectorModel';
import { publishModel } from '../../models/publishModel';
import type { JobContext } from '../../runs/runJob';
import type { StoreMeta } from '../../store/schema';
import { dropStaleAnomalies } from '../dropStaleAnomalies';
import { collectAnomalies } from './collectAnomalies';
import { orderTransactions } from './streamHistories';
import { trainDetector } from './trainDetector';
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
  const trained = await run.stage('Isolation Forest', () =>
    trainDetector(store, {
      rows,
      seed,
      contamination,
      signal,
      onRow: (done) => progress.update('Scoring', done, rows),
    })
  );
  const detector = saveDetector(folder.registry, {
    features: [...transactionFeatureNames],
    forest: trained.forest.toJSON(),
    calibration: trained.calibration,
    population: trained.population,
    timeZone: meta.timeZone,
    currency: meta.currency,
    world: meta.world,
  });
  await run.stage(
    'Reasons',
    () =>
      collectAnomalies(store, detector, {
        ...trained,
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
  const features = detector.forest.features;
  await publishModel(
    client,
    { ...detector, model: detectorName, features },
    {
      trained_at: options.at.toISOString(),
      data_from: options.first.toISOString(),
      data_to: options.last.toISOString(),
      rows: options.rows,
      card: {
        algorithm: 'Isolation Forest, 100 trees, 256 samples',
        seed: options.seed,
        contamination: options.contamination ?? defaultContamination,
        calibration: 'tail-calibrated on all transactions of the run',
        world: options.meta.world,
      },
    }
  );
  return documents;
}
