import type { OnnxModelFile } from '@spendscope/contracts';
import { baselineOf } from '../analyze/detect/baseline';
import { streamHistories } from '../analyze/detect/streamHistories';
import { eachFeatures, transactionFeatureNames } from '../analyze/detect/transactionFeatures';
import type { Detector } from '../models/detectorModel';
import { OnnxScorer } from '../models/onnx/onnxScores';
import { readTruth } from '../quality/readTruth';
import { scoreLoaded } from '../quality/scoreLoaded';
import type { StoreReader } from '../runs/withStore';
import { readTokenKey } from '../stateFolder';
import type { ShadowScores } from './shadowScores';

/** Transactions whose features are handed over together. */
const blockRows = 65_536;

/** Scores the loaded transactions by an imported model beside the live detectors; with a truth file both are judged. */
export async function scoreAnomalyShadow(
  reader: StoreReader,
  model: OnnxModelFile,
  { truth, signal }: { truth?: string; signal: AbortSignal }
): Promise<ShadowScores> {
  const { store, folder } = reader;
  const { detector, combined } = await scoreLoaded(reader, signal);
  const live = Float64Array.from(combined);
  const rows = await store.rows<{ transaction_id: string }>('SELECT transaction_id FROM ordered');
  const ids = rows.map(({ transaction_id: id }) => id);
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
