import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import {
  date,
  double,
  float,
  geoPoint,
  integer,
  ip,
  keyword,
  list,
  object,
  optional,
  oneOf,
  stored,
} from '../elasticTypes';
import { traits } from './traits';

/**
 * Grain: one scored transaction (entity_type `transaction`) or one customer (entity_type `customer`).
 * Floor: only scores at or above {@link anomalyFloor} are stored; every transaction was scored.
 * Calibration: each detector's score, and anomalyScore as their combination, is tail-calibrated in [0, 1] on its reference
 * period. {@link anomalyThreshold} is
 * exceeded by the contamination share, each halving of the distance to 1 is ten times rarer, below it is monotone to 0.
 */
export const anomalyFloor = 0.5;
export const anomalyThreshold = 0.8;
export const defaultContamination = 0.01;

/** The models that each give a score of their own; the field `scores` has one of each. */
export const detectorNames = ['isolation_forest', 'autoencoder', 'lstm'] as const;
export type DetectorName = (typeof detectorNames)[number];

/** What a detector may give as a reason. The plugin has words for each in every language. */
export const anomalyReasonCodes = [
  'amount_above_usual',
  'amount_below_usual',
  'amount_high',
  'amount_low',
  'unusual_hour',
  'night_hour',
  'day_hour',
  'soon_after_previous',
  'long_after_previous',
  'many_in_minutes',
  'many_in_an_hour',
  'spent_much_in_an_hour',
  'rare_country',
  'far_from_previous',
  'impossible_travel',
  'fast_travel',
  'new_merchant',
  'new_category',
  'new_network',
  'far_from_home',
  'faster_than_usual',
  'above_all_before',
  'strange_transactions',
  'many_networks',
  'many_countries',
  'many_actions',
  'failed_logins',
  'many_api_calls',
  'bursts',
  'often_at_night',
] as const;
export type AnomalyReasonCode = (typeof anomalyReasonCodes)[number];

/** A feature that moved a score: value now, the customer's usual value, and the share of the score it explains. */
export const Reason = Type.Object({
  feature: Type.String(),
  value: Type.Number(),
  usual: Type.Optional(Type.Number()),
  contribution: Type.Number(),
});
export type Reason = Static<typeof Reason>;

export const Anomaly = object({
  user_id: keyword('token of the customer'),
  anomalyScore: float('calibrated, 0 to 1'),
  timestamp: date('of the event'),
  scored_at: date(),
  features: list(float('the model’s features, in the order of its card')),
  prediction: integer('1 where anomalyScore is at or above the threshold, else 0'),
  entity_type: oneOf(['transaction', 'customer'] as const),
  transaction_id: optional(keyword()),
  run_id: keyword(),
  model: keyword(),
  model_version: keyword(),
  rawScore: double('before calibration: the mean of the two highest of the detectors’ calibrated scores'),
  scores: object({
    isolation_forest: optional(float()),
    autoencoder: optional(float()),
    lstm: optional(float()),
    customer_features: optional(float('customers only: isolation forest over the row of features')),
  }),
  /** {@link detectorNames} whose own score is at or above the threshold: which models flag it. */
  votes: optional(list(keyword('detectors whose own score is at or above the threshold'))),
  /** {@link anomalyReasonCodes}, for filters. */
  reasons: list(keyword()),
  reason_details: stored(list(Reason)),
  /** What most people who labelled it say; it lowers or keeps the scores of the next run. */
  label: optional(oneOf(['true_positive', 'false_positive'] as const)),
  /** Scored as ever, but until then it alarms nobody and stands in no table. */
  suppressed_until: optional(date('until when nobody is alarmed')),
  amount: optional(double()),
  currency: optional(keyword()),
  type: optional(keyword()),
  category_large: optional(keyword()),
  category_mid: optional(keyword()),
  merchant: optional(keyword()),
  channel: optional(keyword()),
  ip: optional(ip('cut to /24 (IPv6: /48)')),
  geo: optional(geoPoint()),
  country: optional(keyword()),
  ...traits,
});
export type Anomaly = Static<typeof Anomaly>;

export const anomalies = defineIndex({
  name: 'spendscope-anomalies',
  layout: 'single',
  version: 3,
  description: 'One document is a scored transaction or customer whose anomalyScore is at or above the floor.',
  grafanaReads: true,
  document: Anomaly,
});
