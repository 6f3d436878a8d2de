import { calibrate } from '@spendscope/analytics';
import type { DetectorName } from '@spendscope/contracts';
import type { StoreReader } from '../runs/withStore';
import { readTokenKey } from '../stateFolder';
import { type ScoreQuality, detectionQuality } from './detectionQuality';
import { readTruth } from './readTruth';
import { type LoadedScores, scoreLoaded } from './scoreLoaded';
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

/** Compares what the current model says of the loaded transactions with the planted truth. Nothing is stored. */
export async function judgeDetectors(
  reader: StoreReader,
  { truth: file, top, costs, signal }: JudgeOptions,
  loaded?: LoadedScores
): Promise<DetectorQuality> {
  const { detector, raw, combined } = loaded ?? (await scoreLoaded(reader, signal));
  const { store, folder, meta } = reader;
  const truth = await readTruth(store, file, readTokenKey(folder));
  const { parts } = detector;
  const alone = parts.map(({ name, calibration }, i) => {
    const scores = raw[i]!.map((score) => calibrate(score, calibration));
    return [name, detectionQuality(scores, truth, top)] as const;
  });
  const labels = Uint8Array.from(truth.kinds, (kind) => (kind === '' ? 0 : 1));
  return {
    modelVersion: detector.version,
    world: meta.world,
    transactions: combined.length,
    top,
    scores: {
      ...Object.fromEntries(alone),
      combined: detectionQuality(combined, truth, top),
    } as DetectorQuality['scores'],
    thresholds: suggestThresholds(combined, labels, costs),
  };
}
