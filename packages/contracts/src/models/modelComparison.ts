import Type, { type Static } from 'typebox';

/** Figures of a dry run: what another version would have said of the newest day's rows, beside the live one. */
export const comparisonMetrics = [
  'compared_rows',
  /** mean and largest difference of scores, both in [0, 1] */
  'score_change_mean',
  'score_change_max',
  /** Spearman's, of both versions' scores; absent where one of them is constant */
  'rank_correlation',
  /** rows from the threshold on, each version by its own */
  'alarms_live',
  'alarms_candidate',
  'alarms_both',
] as const;
export type ComparisonMetric = (typeof comparisonMetrics)[number];

export const ModelComparison = Type.Object(
  {
    live: Type.String({ description: 'version that it was compared with' }),
    day: Type.String({ description: 'the newest day of the data, in its business time zone' }),
    at: Type.String({ format: 'date-time', description: 'when it was compared' }),
    metrics: Type.Partial(Type.Record(Type.Enum([...comparisonMetrics]), Type.Number())),
  },
  { additionalProperties: false }
);
export type ModelComparison = Static<typeof ModelComparison>;

/** Group of the metric points of a comparison. */
export const comparisonGroup = ({ live, day }: Pick<ModelComparison, 'live' | 'day'>): string =>
  `versus ${live} on ${day}`;

/** Undefined where the group is of other points. */
export function comparisonOfGroup(group: string | undefined): Pick<ModelComparison, 'live' | 'day'> | undefined {
  const found = /^versus (\S+) on (\d{4}-\d{2}-\d{2})$/.exec(group ?? '');
  return found ? { live: found[1]!, day: found[2]! } : undefined;
}
