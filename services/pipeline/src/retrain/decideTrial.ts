import type { ModelTrial, TrialReason } from '@spendscope/contracts';
import type { TriedFigures } from './trialFigures';

/** What a candidate has to reach, and whether the job may make it the live one by itself. */
export interface PromotionPolicy {
  /** least difference in ROC-AUC; also by how much PR-AUC and Brier score may be worse at most */
  margin: number;
  /** by how much ROC-AUC may be worse in any segment */
  segmentMargin: number;
  promote: boolean;
}

/**
 * Half a point of ROC-AUC: of 200 pairs of one who left and one who stayed, one more in the right order. Less is not worth
 * another set of scores to everybody. Two points in a segment: what a paired difference of some hundred rows leaves to chance.
 */
export const defaultPolicy = { margin: 0.005, segmentMargin: 0.02 } as const;

export interface Verdict {
  decision: ModelTrial['decision'];
  /** all that spoke against it, or for it */
  because: TrialReason[];
}

export interface TrialFacts {
  figures: TriedFigures;
  /** absent where something is live */
  first?: boolean;
  /** whether both were taught the same, so that their probabilities mean the same */
  sameTarget: boolean;
}

/**
 * Promoted only where it is better by the margin and not by chance, and nothing else is worse: neither precision nor
 * calibration by more than the margin, nor a segment by more than its own. Else it is the shadow.
 */
export function decideTrial({ figures, first, sameTarget }: TrialFacts, policy: PromotionPolicy): Verdict {
  if (first) {
    return { decision: 'promoted', because: ['first'] };
  }
  const against = reasonsAgainst(figures, sameTarget, policy);
  if (against.length > 0) {
    return { decision: 'shadowed', because: against };
  }
  return policy.promote
    ? { decision: 'promoted', because: ['better'] }
    : { decision: 'shadowed', because: ['better', 'not_asked'] };
}

function reasonsAgainst(
  { candidate_figures: candidate, live_figures: live, difference, segments }: TriedFigures,
  sameTarget: boolean,
  { margin, segmentMargin }: PromotionPolicy
): TrialReason[] {
  if (!candidate || !live || !difference) {
    return ['too_few'];
  }
  const faults: [TrialReason, boolean][] = [
    ['not_better', difference.difference < margin],
    ['by_chance', difference.low <= 0],
    ['precision_worse', live.pr_auc - candidate.pr_auc > margin],
    ['calibration_worse', sameTarget && (candidate.brier ?? 0) - (live.brier ?? 0) > margin],
    ['segment_worse', segments.some((segment) => -segment.difference > segmentMargin)],
  ];
  return faults.filter(([, holds]) => holds).map(([reason]) => reason);
}
