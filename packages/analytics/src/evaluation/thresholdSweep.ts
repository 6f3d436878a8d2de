import { checkLabels } from '../labels';
import { checkValues } from '../matrix';

/**
 * What a cut at each distinct score gives, from the highest score down: place i counts the rows at or above
 * `thresholds[i]`.
 */
export interface ThresholdSweep {
  thresholds: Float64Array;
  truePositives: Int32Array;
  falsePositives: Int32Array;
  positives: number;
  negatives: number;
}

/** @throws AnalyticsError on empty, non-finite or one-class input */
export function thresholdSweep(labels: ArrayLike<number>, scores: ArrayLike<number>): ThresholdSweep {
  checkValues(scores, 'Ranking');
  checkLabels(labels, scores.length, 'Ranking');
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const thresholds: number[] = [];
  const hits: number[] = [];
  const alarms: number[] = [];
  let positives = 0;
  for (let at = 0; at < order.length; at++) {
    const score = scores[order[at]!]!;
    positives += labels[order[at]!]!;
    if (at + 1 === order.length || scores[order[at + 1]!] !== score) {
      thresholds.push(score);
      hits.push(positives);
      alarms.push(at + 1 - positives);
    }
  }
  return {
    thresholds: Float64Array.from(thresholds),
    truePositives: Int32Array.from(hits),
    falsePositives: Int32Array.from(alarms),
    positives,
    negatives: scores.length - positives,
  };
}
