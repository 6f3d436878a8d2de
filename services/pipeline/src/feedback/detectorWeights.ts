import type { Verdict } from './readVerdicts';

/** A judged transaction and which detectors flagged it, in their order. */
export interface JudgedVotes {
  verdict: Verdict;
  votes: readonly boolean[];
}

/** Fewer labels than this, or labels of one kind only, say nothing of a detector. */
export const leastLabels = 10;
/** A detector's own labels count half where it has so many. */
const prior = 20;

/**
 * Weights of the detectors by how often people confirmed what each flagged, their mean 1. The precision of a detector is
 * drawn towards that of all together, the more so the fewer of its alarms were judged; with too few labels all weigh 1.
 */
export function detectorWeights(judged: readonly JudgedVotes[], detectors: number): number[] {
  const confirmed = judged.filter(({ verdict }) => verdict === 'true_positive').length;
  if (judged.length < leastLabels || confirmed === 0 || confirmed === judged.length) {
    return new Array<number>(detectors).fill(1);
  }
  const overall = confirmed / judged.length;
  const precisions = Array.from({ length: detectors }, (_, detector) => {
    const flagged = judged.filter(({ votes }) => votes[detector]);
    const right = flagged.filter(({ verdict }) => verdict === 'true_positive').length;
    return (right + prior * overall) / (flagged.length + prior);
  });
  const mean = precisions.reduce((sum, precision) => sum + precision, 0) / detectors;
  return precisions.map((precision) => precision / mean);
}
