import { chooseThreshold, wilson } from '@spendscope/analytics';

export interface Costs {
  /** of an anomaly that nobody is told of, and of an alarm that was none; in any one unit */
  missed: number;
  falseAlarm: number;
}

/** What an alarm at this score or above would have meant. */
export interface ThresholdChoice {
  /** Infinity where it is best to alarm nobody */
  threshold: number;
  alarms: number;
  recall: number;
  precision: number;
  /** 95 % Wilson interval of the precision */
  low: number;
  high: number;
  /** mean cost of a transaction */
  cost: number;
}

export interface ThresholdSuggestions {
  /** for so many alarms as somebody can look at */
  byAlarms: ThresholdChoice[];
  byCost: ThresholdChoice;
  costs: Costs;
}

/** Where nobody says better: to look at twenty for one missed is worth it. */
export const defaultCosts: Costs = { missed: 100, falseAlarm: 5 };
export const defaultAlarms = [50, 100, 200, 500, 1000, 2000] as const;

/**
 * Thresholds for a number of alarms and for least cost, on transactions whose truth is known; there it is the best,
 * elsewhere it need not be. Equal scores are alarmed together, so there may be more alarms than asked for.
 *
 * @throws AnalyticsError where all or none of the transactions are anomalous
 */
export function suggestThresholds(
  scores: Float32Array,
  labels: Uint8Array,
  costs: Costs,
  alarms: readonly number[] = defaultAlarms
): ThresholdSuggestions {
  const sorted = scores.toSorted();
  const { threshold } = chooseThreshold(labels, scores, { by: 'cost', ...costs });
  const choice = (at: number): ThresholdChoice => choiceAt(scores, labels, costs, at);
  const known = alarms.filter((count) => count < scores.length);
  return { byAlarms: known.map((count) => choice(sorted[scores.length - count]!)), byCost: choice(threshold), costs };
}

function choiceAt(scores: Float32Array, labels: Uint8Array, costs: Costs, threshold: number): ThresholdChoice {
  let alarms = 0;
  let found = 0;
  let anomalies = 0;
  scores.forEach((score, i) => {
    anomalies += labels[i]!;
    if (score >= threshold) {
      alarms++;
      found += labels[i]!;
    }
  });
  const { low, high } = wilson(found, alarms);
  const cost = (costs.missed * (anomalies - found) + costs.falseAlarm * (alarms - found)) / scores.length;
  return { threshold, alarms, recall: found / anomalies, precision: found / alarms, low, high, cost };
}
