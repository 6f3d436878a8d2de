import { calibrate } from '@spendscope/analytics';
import { type Anomaly, anomalyThreshold } from '@spendscope/contracts';
import { type Detector, detectorName } from '../../models/detectorModel';
import type { Baseline } from './baseline';
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
  | 'reasons'
  | 'reason_details'
>;

export function scorePart(detector: Detector, rawScore: number, features: Float64Array, baseline: Baseline): ScorePart {
  const anomalyScore = calibrate(rawScore, detector.calibration);
  const { codes, details } = explainScore(detector.forest, features, baseline);
  return {
    anomalyScore,
    features: Array.from(features, (value) => Math.round(value * 1e4) / 1e4),
    prediction: anomalyScore >= anomalyThreshold ? 1 : 0,
    model: detectorName,
    model_version: detector.version,
    rawScore,
    scores: { isolation_forest: anomalyScore },
    reasons: codes,
    reason_details: details,
  };
}
