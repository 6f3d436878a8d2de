import { averagePrecision, brierScore, rocAuc, rocAucDifference } from '@spendscope/analytics';
import type { ModelTrial, TrialFigures, TrialGroup, TrialSegment } from '@spendscope/contracts';
import { enough } from '../analyze/churn/estimateChurn';

/** Rows that both versions scored, and what was really so; all of one length. */
export interface TriedRows {
  labels: Int8Array;
  candidate: Float64Array;
  /** absent where nothing was live */
  live?: Float64Array;
  /** for each trait the rows' values, null where it is not known */
  groups: Readonly<Record<string, readonly (string | null)[]>>;
  /** whether scores are probabilities, of which a Brier score can be told */
  probabilities: boolean;
}

export type TriedFigures = Pick<
  ModelTrial,
  'rows' | 'positives' | 'candidate_figures' | 'live_figures' | 'difference' | 'segments' | 'left_out'
>;

/** How both did on the same rows, together and group by group. Groups too small to judge are named and not judged. */
export function trialFigures({ labels, candidate, live, groups, probabilities }: TriedRows): TriedFigures {
  const counts = { rows: labels.length, positives: sum(labels) };
  if (!enough(labels)) {
    return { ...counts, segments: [], left_out: [] };
  }
  const figures = (scores: Float64Array): TrialFigures => ({
    roc_auc: rocAuc(scores, labels),
    pr_auc: averagePrecision(scores, labels),
    ...(probabilities ? { brier: brierScore(labels, scores) } : {}),
  });
  const candidate_figures = figures(candidate);
  if (!live) {
    return { ...counts, candidate_figures, segments: [], left_out: [] };
  }
  const segments: TrialSegment[] = [];
  const left_out: TrialGroup[] = [];
  for (const { trait, value, members } of eachGroup(groups)) {
    const known = Int8Array.from(members, (row) => labels[row]!);
    const group = { trait, value, rows: members.length, positives: sum(known) };
    if (enough(known)) {
      const of = (scores: Float64Array): Float64Array => Float64Array.from(members, (row) => scores[row]!);
      segments.push({ ...group, ...differenceOf(of(live), of(candidate), known) });
    } else {
      left_out.push(group);
    }
  }
  const { live: _live, candidate: _candidate, ...difference } = differenceOf(live, candidate, labels);
  return {
    ...counts,
    ...{ candidate_figures, live_figures: figures(live), difference },
    segments: segments.sort((a, b) => a.difference - b.difference),
    left_out,
  };
}

function differenceOf(
  live: Float64Array,
  candidate: Float64Array,
  labels: Int8Array
): Omit<TrialSegment, keyof TrialGroup> {
  const { first, second, difference, low, high } = rocAucDifference(live, candidate, labels);
  return { live: first, candidate: second, difference, low, high };
}

function eachGroup(groups: TriedRows['groups']): { trait: string; value: string; members: number[] }[] {
  return Object.entries(groups).flatMap(([trait, values]) => {
    const byValue = new Map<string, number[]>();
    values.forEach((value, row) => {
      if (value !== null) {
        const members = byValue.get(value) ?? [];
        members.push(row);
        byValue.set(value, members);
      }
    });
    return [...byValue].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, members]) => ({ trait, value, members }));
  });
}

const sum = (labels: Int8Array): number => labels.reduce((total, label) => total + label, 0);
