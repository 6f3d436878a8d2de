import Type, { type Static } from 'typebox';
import { Estimate } from './estimate';

const strict = { additionalProperties: false } as const;

/** Scores from here on are stored, so that no lower threshold can be looked back on. */
export const leastStoredScore = 0.5;

/** Body of `POST /v1/simulations/thresholds`: what alerts on the mean score would have done in the last days. */
export const ThresholdSimulation = Type.Object(
  {
    days: Type.Integer({ minimum: 1, maximum: 90 }),
    thresholds: Type.Array(Type.Number({ minimum: leastStoredScore, maximum: 1 }), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
    }),
    minutes: Type.Integer({ minimum: 1, maximum: 60, description: 'over which the mean is taken; the rules take 5' }),
    atLeast: Type.Integer({
      minimum: 1,
      maximum: 1_000,
      description: 'transactions of the window; the rules ask for 5',
    }),
  },
  strict
);
export type ThresholdSimulation = Static<typeof ThresholdSimulation>;

const ThresholdFinding = Type.Object({
  threshold: Type.Number(),
  anomalies: Type.Integer({ description: 'transactions that scored as much or more' }),
  customers: Type.Integer({ description: 'of them, about: Elasticsearch estimates beyond 40,000' }),
  perDay: Type.Number({ description: 'such transactions a day: the work of whoever looks at each' }),
  judged: Type.Object({
    truePositive: Type.Integer(),
    falsePositive: Type.Integer(),
    unsure: Type.Integer(),
  }),
  precision: Type.Optional(
    Type.Object(Estimate.properties, {
      description: 'true among the judged, with Wilson’s interval; absent where none is',
    })
  ),
  alert: Type.Object({
    fired: Type.Integer({ description: 'times that the rule over all would have begun to fire' }),
    minutes: Type.Integer({ description: 'that it would have fired' }),
  }),
  customerAlerts: Type.Object({
    fired: Type.Integer({ description: 'times that the rule by customer would have begun to fire' }),
    customers: Type.Integer({ description: 'for whom' }),
  }),
});
export type ThresholdFinding = Static<typeof ThresholdFinding>;

/** Answer; one finding a threshold, in ascending order. */
export const ThresholdFindings = Type.Object({
  from: Type.String(),
  to: Type.String(),
  stored: Type.Integer({
    description: `transactions of the time that scored ${leastStoredScore} or more and are not suppressed`,
  }),
  items: Type.Array(ThresholdFinding),
});
export type ThresholdFindings = Static<typeof ThresholdFindings>;
