import { calibrate } from '@spendscope/analytics';
import { type Anomaly, anomalyThreshold } from '@spendscope/contracts';
import { type Detector, detectorName } from '../../models/detectorModel';
import type { Baseline } from './baseline';
import { votesOf } from './parts';
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

/** What one of a detector's parts says of a transaction. */
export interface PartScore {
  raw: number;
  /** what each feature added to it */
  contributions: Float64Array;
}

/**
 * @param scored `judged` by each of the detector's parts, in their order; `together` what they and the labels say
 */
export function scorePart(
  detector: Detector,
  { judged, together: rawScore }: { judged: readonly PartScore[]; together: number },
  features: Float64Array,
  baseline: Baseline
): ScorePart {
  const anomalyScore = calibrate(rawScore, detector.combination);
  const { scores, votes } = votesOf(detector.parts, (part) => judged[part]!.raw);
  const { codes, details } = explainScore(
    judged.map(({ contributions }, part) => ({ contributions, score: scores[detector.parts[part]!.name]! })),
    features,
    baseline
  );
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
