import { calibrate } from '@spendscope/analytics';
import type { OnnxModelFile } from '@spendscope/contracts';
import { baselineOf } from '../analyze/detect/baseline';
import { combineAll, scoreAll } from '../analyze/detect/scoreAll';
import { orderTransactions, streamHistories } from '../analyze/detect/streamHistories';
import { eachFeatures, transactionFeatureNames } from '../analyze/detect/transactionFeatures';
import { type Detector, loadDetector } from '../models/detectorModel';
import { OnnxScorer } from '../models/onnx/onnxScores';
import { readTruth } from '../quality/readTruth';
import type { StoreReader } from '../runs/withStore';
import { readTokenKey } from '../stateFolder';
import { UserError } from '../userError';
import type { ShadowScores } from './shadowScores';

/** Transactions whose features are handed over together. */
const blockRows = 65_536;

/** Scores the loaded transactions by an imported model beside the live detectors; with a truth file both are judged. */
export async function scoreAnomalyShadow(
  { store, folder, meta }: StoreReader,
  model: OnnxModelFile,
  { truth, signal }: { truth?: string; signal: AbortSignal }
): Promise<ShadowScores> {
  const detector = loadDetector(folder.registry);
  await orderTransactions(store, meta.timeZone);
  const rows = await store.rows<{ transaction_id: string }>('SELECT transaction_id FROM ordered');
  if (rows.length === 0) {
    throw new UserError('No transactions are loaded, so there is nothing to score.', 'Ingest transactions first.');
  }
  const ids = rows.map(({ transaction_id: id }) => id);
  const raw = await scoreAll(store, detector.parts.map(({ model: part }) => part), detector.population, { rows: ids.length, signal }); // prettier-ignore
  const live = Float64Array.from(combineAll(detector.parts, raw), (score) => calibrate(score, detector.combination));
  const shadow = await scoreBlocks(store, detector, model, ids.length, signal);
  if (truth === undefined) {
    return { ids, shadow, live };
  }
  const { kinds } = await readTruth(store, truth, readTokenKey(folder));
  const labels = Int8Array.from(kinds, (kind) => (kind === '' ? 0 : 1));
  return { ids, shadow, live, judged: { target: 'planted anomalies', labels, shadow, live } };
}

async function scoreBlocks(
  store: StoreReader['store'],
  { population }: Detector,
  model: OnnxModelFile,
  rows: number,
  signal: AbortSignal
): Promise<Float64Array> {
  const places = model.features.map((feature) => (transactionFeatureNames as readonly string[]).indexOf(feature));
  const scores = new Float64Array(rows);
  const scorer = await OnnxScorer.open(model);
  let block: number[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    const given = await scorer.score(Float64Array.from(block));
    scores.set(given, done);
    done += given.length;
    block = [];
  };
  try {
    for await (const { history } of streamHistories(store, signal)) {
      eachFeatures(history, baselineOf(history, population), (_, features) =>
        places.forEach((place) => block.push(features[place]!))
      );
      if (block.length >= blockRows * places.length) {
        await flush();
      }
    }
    await flush();
  } finally {
    await scorer.close();
  }
  return scores;
}
