import { AnalyticsError } from '../analyticsError';
import { thresholdSweep } from './thresholdSweep';

/** What a threshold is chosen for. */
export type ThresholdGoal =
  | { by: 'f1' }
  /** the highest precision among thresholds that find at least this share of the positives */
  | { by: 'recall'; floor: number }
  /** least cost of rows missed and rows wrongly alarmed */
  | { by: 'cost'; missed: number; falseAlarm: number };

export interface ChosenThreshold {
  threshold: number;
  goal: ThresholdGoal;
  /** F1, precision at the floor, or mean cost of a row, on the predictions it was chosen on */
  value: number;
}

/**
 * Chooses a threshold on out-of-fold predictions of the training part. It never sees the test part: that is the whole
 * point, and why its figures there are believable. Half way to the next lower score, so that rounding decides nothing.
 *
 * @throws AnalyticsError on empty, non-finite or one-class input, or a floor or costs out of range
 */
export function chooseThreshold(
  labels: ArrayLike<number>,
  outOfFold: ArrayLike<number>,
  goal: ThresholdGoal
): ChosenThreshold {
  checkGoal(goal);
  const { thresholds, truePositives, falsePositives, positives, negatives } = thresholdSweep(labels, outOfFold);
  const rows = positives + negatives;
  const judge = (hits: number, alarms: number): number => {
    if (goal.by === 'f1') {
      return (2 * hits) / (positives + hits + alarms);
    }
    if (goal.by === 'recall') {
      return hits >= goal.floor * positives ? hits / (hits + alarms) : -1;
    }
    return -(goal.missed * (positives - hits) + goal.falseAlarm * alarms) / rows;
  };
  let best = -1;
  // With costs it may be best to alarm nobody.
  let value = goal.by === 'cost' ? judge(0, 0) : -Infinity;
  thresholds.forEach((_, i) => {
    const judged = judge(truePositives[i]!, falsePositives[i]!);
    if (judged > value) {
      value = judged;
      best = i;
    }
  });
  const threshold = best < 0 ? Infinity : (thresholds[best]! + (thresholds[best + 1] ?? thresholds[best]!)) / 2;
  return { threshold, goal, value: goal.by === 'cost' ? -value : value };
}

function checkGoal(goal: ThresholdGoal): void {
  if (goal.by === 'recall' && !(goal.floor > 0 && goal.floor <= 1)) {
    throw new AnalyticsError('bad_option', `The recall floor must be above 0 and at most 1, not ${goal.floor}.`);
  }
  if (goal.by === 'cost' && !(goal.missed > 0 && goal.falseAlarm > 0)) {
    throw new AnalyticsError('bad_option', 'The costs of a missed row and of a false alarm must be above 0.');
  }
}
