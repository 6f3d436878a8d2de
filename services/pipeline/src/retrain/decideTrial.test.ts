import type { TrialReason } from '@spendscope/contracts';
import { type PromotionPolicy, decideTrial } from './decideTrial';
import type { TriedFigures } from './trialFigures';

interface Change {
  difference?: { difference: number; low: number; high: number };
  candidate?: { roc_auc?: number; pr_auc?: number; brier?: number };
  worst?: number;
}

/** Better by two points without doubt, and in its two segments alike, unless the test says otherwise. */
function figures({ difference, candidate, worst = 0.02 }: Change = {}): TriedFigures {
  const segment = (value: string, gain: number) => ({
    ...{ trait: 'grade', value, rows: 400, positives: 90, live: 0.7, candidate: 0.7 + gain },
    ...{ difference: gain, low: gain - 0.03, high: gain + 0.03 },
  });
  return {
    ...{ rows: 1_000, positives: 250 },
    candidate_figures: { roc_auc: 0.82, pr_auc: 0.6, brier: 0.12, ...candidate },
    live_figures: { roc_auc: 0.8, pr_auc: 0.6, brier: 0.12 },
    difference: difference ?? { difference: 0.02, low: 0.012, high: 0.028 },
    segments: [segment('VIP', worst), segment('Family', 0.03)],
    left_out: [],
  };
}
const policy: PromotionPolicy = { margin: 0.01, segmentMargin: 0.02, promote: true };
const decide = (change: Change, sameTarget = true, given = policy): [string, TrialReason[]] => {
  const { decision, because } = decideTrial({ figures: figures(change), sameTarget }, given);
  return [decision, because];
};

it.each<[string, Change, string, TrialReason[]]>([
  ['better by just the margin', { difference: { difference: 0.01, low: 0.002, high: 0.018 } }, 'promoted', ['better']],
  ['better by less', { difference: { difference: 0.0099, low: 0.002, high: 0.018 } }, 'shadowed', ['not_better']],
  ['better, but by chance', { difference: { difference: 0.03, low: 0, high: 0.06 } }, 'shadowed', ['by_chance']],
  ['worse', { difference: { difference: -0.03, low: -0.06, high: 0 } }, 'shadowed', ['not_better', 'by_chance']],
  ['as precise as the margin asks', { candidate: { pr_auc: 0.591 } }, 'promoted', ['better']],
  ['less precise', { candidate: { pr_auc: 0.589 } }, 'shadowed', ['precision_worse']],
  ['calibrated as the margin asks', { candidate: { brier: 0.129 } }, 'promoted', ['better']],
  ['worse calibrated', { candidate: { brier: 0.131 } }, 'shadowed', ['calibration_worse']],
  ['one segment worse by less than its margin', { worst: -0.02 }, 'promoted', ['better']],
  ['one segment worse although better overall', { worst: -0.0201 }, 'shadowed', ['segment_worse']],
])('%s', (_, change, decision, because) => {
  expect(decide(change)).toEqual([decision, because]);
});

it('compares calibrations only of models that were taught the same', () => {
  expect(decide({ candidate: { brier: 0.2 } }, false)).toEqual(['promoted', ['better']]);
});

it('promotes nothing by itself unless it was told to, but the first of a name', () => {
  const quiet = { ...policy, promote: false };
  expect(decide({}, true, quiet)).toEqual(['shadowed', ['better', 'not_asked']]);
  const first = decideTrial({ figures: figures(), first: true, sameTarget: true }, quiet);
  expect(first).toEqual({ decision: 'promoted', because: ['first'] });
});

it('keeps what cannot be judged as the shadow', () => {
  const few: TriedFigures = { rows: 90, positives: 20, segments: [], left_out: [] };
  expect(decideTrial({ figures: few, sameTarget: true }, policy)).toEqual({ decision: 'shadowed', because: ['too_few'] }); // prettier-ignore
});
