import type { ThresholdGoal } from '@spendscope/analytics';

export const defaultGoal: ThresholdGoal = { by: 'f1' };

/** What a threshold may be chosen for, as people write it. */
export const thresholdForms = 'f1, recall:FLOOR such as recall:0.8, or cost:MISSED:FALSE_ALARM such as cost:10:1';

/** @returns undefined where the text has none of the {@link thresholdForms} */
export function readThresholdGoal(text: string): ThresholdGoal | undefined {
  const [by, ...numbers] = text.split(':');
  const [first, second] = numbers.map((each) => (/^\d+(\.\d+)?$/.test(each) ? Number(each) : NaN));
  if (by === 'f1' && numbers.length === 0) {
    return { by };
  }
  if (by === 'recall' && numbers.length === 1 && first! > 0 && first! <= 1) {
    return { by, floor: first! };
  }
  if (by === 'cost' && numbers.length === 2 && first! > 0 && second! > 0) {
    return { by, missed: first!, falseAlarm: second! };
  }
  return undefined;
}

/** The goal as {@link readThresholdGoal} takes it. */
export function thresholdText(goal: ThresholdGoal): string {
  switch (goal.by) {
    case 'f1':
      return 'f1';
    case 'recall':
      return `recall:${goal.floor}`;
    case 'cost':
      return `cost:${goal.missed}:${goal.falseAlarm}`;
  }
}

/** Ends a sentence that begins "the threshold is". */
export function thresholdWords(goal: ThresholdGoal): string {
  switch (goal.by) {
    case 'f1':
      return 'the best F1 out of fold';
    case 'recall':
      return `the highest precision out of fold that finds at least ${Number((100 * goal.floor).toFixed(6))} % of those who leave`;
    case 'cost':
      return `the least cost out of fold, where one missed costs ${goal.missed} and a false alarm ${goal.falseAlarm}`;
  }
}
