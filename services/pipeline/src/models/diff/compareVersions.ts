import { spearman } from '@spendscope/analytics';
import type { ModelComparison } from '@spendscope/contracts';

/** Scores of one version in [0, 1], and from where on it speaks of an alarm. */
export interface VersionScores {
  scores: ArrayLike<number>;
  threshold: number;
}

/** How far two versions differ on the same rows. */
export function compareVersions(live: VersionScores, candidate: VersionScores): ModelComparison['metrics'] {
  const rows = live.scores.length;
  let [sum, most, both] = [0, 0, 0];
  let [alarmsLive, alarmsCandidate] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const change = Math.abs(live.scores[row]! - candidate.scores[row]!);
    sum += change;
    most = Math.max(most, change);
    const [before, after] = [live, candidate].map(({ scores, threshold }) => Number(scores[row]! >= threshold));
    alarmsLive += before!;
    alarmsCandidate += after!;
    both += before! * after!;
  }
  return {
    compared_rows: rows,
    score_change_mean: rows === 0 ? 0 : sum / rows,
    score_change_max: most,
    ...rankCorrelation(Float64Array.from(live.scores), Float64Array.from(candidate.scores)),
    alarms_live: alarmsLive,
    alarms_candidate: alarmsCandidate,
    alarms_both: both,
  };
}

function rankCorrelation(a: Float64Array, b: Float64Array): Pick<ModelComparison['metrics'], 'rank_correlation'> {
  const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);
  return a.length >= 3 && varies(a) && varies(b) ? { rank_correlation: spearman(a, b).r } : {};
}
