import Type, { type Static } from 'typebox';

/** Why a trained candidate was promoted or kept as the shadow, as codes; the app has words for them. */
export const trialReasons = [
  /** nothing was live of that name */
  'first',
  'better',
  /** the difference in ROC-AUC is below the margin */
  'not_better',
  /** its confidence interval reaches 0 */
  'by_chance',
  /** PR-AUC is lower than the live one's by more than the margin */
  'precision_worse',
  /** the Brier score is higher than the live one's by more than the margin */
  'calibration_worse',
  'segment_worse',
  /** too few rows, or of one kind, to judge by */
  'too_few',
  /** no truth of every row; people label only what the live one raised, which is no measure of another one */
  'nothing_known',
  /** good enough, but nobody said that the job may promote */
  'not_asked',
] as const;
export type TrialReason = (typeof trialReasons)[number];

const Figures = Type.Object(
  {
    roc_auc: Type.Number(),
    pr_auc: Type.Number(),
    brier: Type.Optional(Type.Number({ description: 'of probabilities; absent of scores that are none' })),
  },
  { additionalProperties: false }
);
export type TrialFigures = Static<typeof Figures>;

const Difference = Type.Object(
  { difference: Type.Number(), low: Type.Number(), high: Type.Number() },
  { additionalProperties: false, description: 'ROC-AUC of the candidate less the live one’s, with its 95 % interval' }
);

const Group = Type.Object({
  trait: Type.String(),
  value: Type.String(),
  rows: Type.Integer(),
  positives: Type.Integer(),
});
export type TrialGroup = Static<typeof Group>;

const Segment = Type.Object({
  ...Group.properties,
  live: Type.Number({ description: 'ROC-AUC' }),
  candidate: Type.Number({ description: 'ROC-AUC' }),
  ...Difference.properties,
});
export type TrialSegment = Static<typeof Segment>;

/** How a retrained candidate did beside the live version on a window that it had not seen, and what followed. */
export const ModelTrial = Type.Object(
  {
    live: Type.Optional(Type.String({ description: 'version that it was compared with; absent for the first' })),
    at: Type.String({ format: 'date-time' }),
    from: Type.String({ description: 'first day that was held out, in the data’s business time zone' }),
    to: Type.String({ description: 'last one' }),
    judged_by: Type.String({ description: 'what the labels of the rows are' }),
    rows: Type.Integer(),
    positives: Type.Integer(),
    live_knew: Type.Boolean({ description: 'whether the live version may have learnt from the window' }),
    live_target: Type.Optional(Type.String({ description: 'where the live one was taught another target' })),
    margin: Type.Number(),
    segment_margin: Type.Number(),
    decision: Type.Enum(['promoted', 'shadowed']),
    because: Type.Array(Type.Enum([...trialReasons])),
    candidate_figures: Type.Optional(Figures),
    live_figures: Type.Optional(Figures),
    difference: Type.Optional(Difference),
    segments: Type.Array(Segment, { description: 'the worst difference first' }),
    left_out: Type.Array(Group, { description: 'groups of too few rows, or of one kind, to judge' }),
  },
  { additionalProperties: false }
);
export type ModelTrial = Static<typeof ModelTrial>;

/** Group of the metric points of a trial, or of one of its segments. */
export const trialGroup = ({ live, to }: Pick<ModelTrial, 'live' | 'to'>, segment?: TrialGroup): string =>
  `trial ${live ?? 'of the first'} until ${to}${segment ? ` ${segment.trait}=${segment.value}` : ''}`;
