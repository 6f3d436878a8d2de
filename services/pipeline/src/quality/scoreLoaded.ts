import { calibrate } from '@spendscope/analytics';
import { combineAll, scoreAll } from '../analyze/detect/scoreAll';
import { orderTransactions } from '../analyze/detect/streamHistories';
import { type Detector, loadDetector } from '../models/detectorModel';
import { registryOf } from '../models/registry';
import type { StoreReader } from '../runs/withStore';
import { UserError } from '../userError';

/** What the current model says of the loaded transactions, in the order of the table `ordered`. */
export interface LoadedScores {
  detector: Detector;
  /** raw scores of each part */
  raw: Float32Array[];
  /** calibrated scores of all parts together, before labelled patterns lower them */
  combined: Float32Array;
}

/** Scores what is loaded by the current model once more. @throws UserError where nothing is loaded */
export async function scoreLoaded({ store, folder, meta }: StoreReader, signal?: AbortSignal): Promise<LoadedScores> {
  const detector = await loadDetector(registryOf(folder));
  await orderTransactions(store, meta.timeZone);
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM ordered');
  if (n === 0) {
    throw new UserError('No transactions are loaded, so nothing was scored.', 'Ingest transactions and analyze them.');
  }
  const models = detector.parts.map(({ model }) => model);
  const raw = await scoreAll(store, models, detector.population, { rows: n, signal });
  const combined = combineAll(detector.parts, raw).map((score) => calibrate(score, detector.combination));
  return { detector, raw, combined };
}
