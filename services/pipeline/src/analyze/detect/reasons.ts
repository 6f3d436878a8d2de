import { topContributions } from '@spendscope/analytics';
import type { AnomalyReasonCode, Reason } from '@spendscope/contracts';
import type { Baseline } from './baseline';
import { type TransactionFeature, transactionFeatureNames } from './transactionFeatures';

const back = (log: number): number => 10 ** log - 1;
const round = (value: number): number => Math.round(value * 100) / 100;
/** Faster than an airliner between two airports, waiting included. */
const impossibleKmh = 900;
const soonMinutes = 60;
const paceFeature = transactionFeatureNames.indexOf('log_pace');

interface Wording {
  code: (value: number, features: Float64Array) => AnomalyReasonCode;
  /** the figure that a person understands, and what is usual for the customer */
  value: (value: number, features: Float64Array, baseline: Baseline) => number;
  usual: (baseline: Baseline) => number;
  /** whether the words are true; a network may also find it strange that something is not there */
  holds: (value: number, baseline: Baseline, features: Float64Array) => boolean;
}

const always = (): boolean => true;
const present = (value: number): boolean => value > 0;

const constant = (code: AnomalyReasonCode, value: Wording['value'], usual: Wording['usual'] = () => 0): Wording => ({
  code: () => code,
  value,
  usual,
  holds: present,
});

const burst = (code: AnomalyReasonCode, usual: Wording['usual']): Wording =>
  constant(code, (log, _, baseline) => 10 ** log * (1 + usual(baseline)) - 1, usual);

const wordings: Record<TransactionFeature, Wording> = {
  amount_z: {
    code: (z) => (z > 0 ? 'amount_above_usual' : 'amount_below_usual'),
    value: (_, features) => back(features[1]!),
    usual: (baseline) => back(baseline.logAmount),
    holds: always,
  },
  log_amount: {
    code: (_, features) => (features[0]! >= 0 ? 'amount_high' : 'amount_low'),
    value: back,
    usual: (baseline) => back(baseline.logAmount),
    holds: always,
  },
  hour_distance: constant('unusual_hour', (hours) => hours),
  night: {
    code: (night) => (night > 0 ? 'night_hour' : 'day_hour'),
    value: (night) => Math.ceil(night),
    usual: () => 0,
    holds: always,
  },
  log_gap_minutes: {
    code: (log) => (back(log) < soonMinutes ? 'soon_after_previous' : 'long_after_previous'),
    value: back,
    usual: (baseline) => baseline.gapMinutes,
    holds: (log, { gapMinutes }) => back(log) < soonMinutes || back(log) > gapMinutes,
  },
  log_orders_10_minutes: burst('many_in_minutes', ({ orders10Minutes }) => orders10Minutes),
  log_orders_1_hour: burst('many_in_an_hour', ({ orders1Hour }) => orders1Hour),
  log_spent_1_hour: burst('spent_much_in_an_hour', ({ spent1Hour }) => spent1Hour),
  country_rarity: {
    code: () => 'rare_country',
    value: (log) => 100 * 10 ** -log,
    usual: () => 0,
    holds: (log) => log >= 1,
  },
  log_distance_km: constant('far_from_previous', back),
  log_speed_kmh: {
    code: (log) => (back(log) > impossibleKmh ? 'impossible_travel' : 'fast_travel'),
    value: back,
    usual: () => 0,
    holds: present,
  },
  new_merchant: constant('new_merchant', (flag) => flag),
  new_category: constant('new_category', (flag) => flag),
  new_network: constant('new_network', (flag) => flag),
  log_home_km: constant('far_from_home', back),
  log_pace: constant('faster_than_usual', (log) => 10 ** log),
  log_over_most: constant('above_all_before', (log) => 10 ** log),
  // Powers of ten tell a person nothing: how many times faster is said, where the last gaps were faster at all.
  burst_surprise: {
    ...constant('faster_than_usual', (_, features) => 10 ** features[paceFeature]!),
    holds: (surprise, _, features) => surprise > 0 && features[paceFeature]! > 0,
  },
};

/**
 * The three features that moved the scores most, as codes for filters and as figures for people. Each detector tells what
 * share of its own score a feature made; a detector that found the transaction stranger counts for more.
 */
export function explainScore(
  parts: readonly { contributions: Float64Array; score: number }[],
  features: Float64Array,
  baseline: Baseline
): { codes: AnomalyReasonCode[]; details: Reason[] } {
  const shares = new Float64Array(features.length);
  for (const { contributions, score } of parts) {
    addShares(shares, contributions, score);
  }
  const told = shares.map((share, j) =>
    wordings[transactionFeatureNames[j]!].holds(features[j]!, baseline, features) ? share : 0
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const top = topContributions(told, transactionFeatureNames, 3);
  const details = top.map(({ feature, index, contribution }): Reason => {
    const wording = wordings[feature as TransactionFeature];
    return {
      feature,
      value: round(wording.value(features[index]!, features, baseline)),
      usual: round(wording.usual(baseline)),
      contribution: Math.round((contribution / whole) * 1000) / 1000,
    };
  });
  const codes = top.map(({ feature, index }) =>
    wordings[feature as TransactionFeature].code(features[index]!, features)
  );
  return { codes: [...new Set(codes)], details };
}

function addShares(shares: Float64Array, contributions: Float64Array, weight: number): void {
  const positive = contributions.reduce((sum, each) => sum + Math.max(each, 0), 0);
  if (positive > 0) {
    contributions.forEach((each, j) => (shares[j]! += (weight * Math.max(each, 0)) / positive));
  }
}
