import { calibrate } from '@spendscope/analytics';
import type { DetectorName } from '@spendscope/contracts';
import { combineAll, scoreAll } from '../analyze/detect/scoreAll';
import { orderTransactions } from '../analyze/detect/streamHistories';
import { loadDetector } from '../models/detectorModel';
import type { StoreReader } from '../runs/withStore';
import { readTokenKey } from '../stateFolder';
import { UserError } from '../userError';
import { type ScoreQuality, detectionQuality } from './detectionQuality';
import { readTruth } from './readTruth';
import { type Costs, type ThresholdSuggestions, suggestThresholds } from './suggestThresholds';

export interface JudgeOptions {
  truth: string;
  /** highest scores that are looked at */
  top: number;
  costs: Costs;
  signal?: AbortSignal;
}

export interface DetectorQuality {
  modelVersion: string;
  world: string;
  transactions: number;
  top: number;
  /** each detector alone, and what they say together */
  scores: Record<DetectorName | 'combined', ScoreQuality>;
  thresholds: ThresholdSuggestions;
}

/** Scores what is loaded by the current model once more and compares with the planted truth. Nothing is stored. */
export async function judgeDetectors(
  { store, folder, meta }: StoreReader,
  { truth: file, top, costs, signal }: JudgeOptions
): Promise<DetectorQuality> {
  const detector = loadDetector(folder.registry);
  await orderTransactions(store, meta.timeZone);
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM ordered');
  if (n === 0) {
    throw new UserError('No transactions are loaded, so nothing was scored.', 'Ingest transactions and analyze them.');
  }
  const truth = await readTruth(store, file, readTokenKey(folder));
  const { parts } = detector;
  const models = parts.map(({ model }) => model);
  const raw = await scoreAll(store, models, detector.population, { rows: n, signal });
  const combined = combineAll(parts, raw).map((score) => calibrate(score, detector.combination));
  const alone = parts.map(({ name, calibration }, i) => {
    const scores = raw[i]!.map((score) => calibrate(score, calibration));
    return [name, detectionQuality(scores, truth, top)] as const;
  });
  const labels = Uint8Array.from(truth.kinds, (kind) => (kind === '' ? 0 : 1));
  return {
    modelVersion: detector.version,
    world: meta.world,
    transactions: n,
    top,
    scores: {
      ...Object.fromEntries(alone),
      combined: detectionQuality(combined, truth, top),
    } as DetectorQuality['scores'],
    thresholds: suggestThresholds(combined, labels, costs),
  };
}
