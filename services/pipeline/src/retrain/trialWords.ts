import type { ModelTrial, TrialReason } from '@spendscope/contracts';

/** Longest reason that the history takes. */
const longest = 1000;

const figure = (value: number): string => value.toFixed(3);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** Why a trial ended as it did, in one sentence or two with its numbers, for the history and the log. */
export function trialWords(trial: ModelTrial): string {
  const { because, rows, from, to, live_figures: live, candidate_figures: candidate, difference } = trial;
  const window = `${rows} held-out rows, ${from} to ${to}`;
  if (because.includes('first') || !live || !candidate || !difference) {
    const alone = candidate ? ` ROC-AUC ${figure(candidate.roc_auc)} on ${window}.` : ` (${window})`;
    return `${because.map((code) => words[code](trial)).join('; ')}.${alone}`.slice(0, longest);
  }
  const [low, high] = [signed(difference.low), signed(difference.high)];
  const numbers = [
    `ROC-AUC ${figure(candidate.roc_auc)} beside ${figure(live.roc_auc)} of ${trial.live} (${signed(difference.difference)}, 95 % ${low} to ${high})`,
    `PR-AUC ${figure(candidate.pr_auc)} beside ${figure(live.pr_auc)}`,
    ...(candidate.brier !== undefined && live.brier !== undefined
      ? [`Brier ${figure(candidate.brier)} beside ${figure(live.brier)}`]
      : []),
  ];
  const fairness = trial.live_knew ? ' The live one may have learnt from these rows, which favours it.' : '';
  const reasons = because.map((code) => words[code](trial)).join('; ');
  return `${capital(reasons)}: ${numbers.join(', ')}, on ${window}.${fairness}`.slice(0, longest);
}

const words: Record<TrialReason, (trial: ModelTrial) => string> = {
  first: () => 'The first of its name, nothing to compare with',
  better: ({ margin }) => `better by at least ${margin}, no segment worse`,
  not_better: ({ margin }) => `not better by ${margin}`,
  by_chance: () => 'the difference may be chance',
  precision_worse: ({ margin }) => `PR-AUC worse by more than ${margin}`,
  calibration_worse: ({ margin }) => `calibration worse by more than ${margin}`,
  segment_worse: ({ segments, segment_margin: margin }) => {
    const worst = segments.filter(({ difference }) => -difference > margin).slice(0, 3);
    return `worse by more than ${margin} in ${worst.map(({ trait, value, difference }) => `${trait} ${value} (${signed(difference)})`).join(', ')}`;
  },
  too_few: ({ rows, positives }) => `too few to judge by: ${rows} rows, ${positives} positive`,
  nothing_known: () => 'no truth of every row was given, and people label only what the live one raised',
  not_asked: () => 'not promoted, because --promote was not given',
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
