import { calibrate } from '@spendscope/analytics';
import { type Anomaly, anomalyThreshold } from '@spendscope/contracts';
import { type Detector, detectorName } from '../../models/detectorModel';
import type { Baseline } from './baseline';
import { combine, votesOf } from './parts';
import { explainScore } from './reasons';

/** The scored part of an anomaly document; what the transaction itself says is added by the caller. */
export type ScorePart = Pick<
  Anomaly,
  | 'anomalyScore'
  | 'features'
  | 'prediction'
  | 'model'
  | 'model_version'
  | 'rawScore'
  | 'scores'
  | 'votes'
  | 'reasons'
  | 'reason_details'
>;

/** @param raw raw score of each of the detector's parts */
export function scorePart(
  detector: Detector,
  raw: readonly number[],
  features: Float64Array,
  baseline: Baseline
): ScorePart {
  const rawScore = combine(detector.parts, (part) => raw[part]!);
  const anomalyScore = calibrate(rawScore, detector.combination);
  const { scores, votes } = votesOf(detector.parts, (part) => raw[part]!);
  const { codes, details } = explainScore(detector.parts, scores, features, baseline);
  return {
    anomalyScore,
    features: Array.from(features, (value) => Math.round(value * 1e4) / 1e4),
    prediction: anomalyScore >= anomalyThreshold ? 1 : 0,
    model: detectorName,
    model_version: detector.version,
    rawScore,
    scores,
    votes,
    reasons: codes,
    reason_details: details,
  };
}
