/** What scored within a minute. */
export interface Minute {
  /** since 1970 */
  minute: number;
  sum: number;
  count: number;
}

export interface FiringRule {
  /** minutes that a mean is taken over */
  minutes: number;
  /** transactions of a window */
  atLeast: number;
  /** the mean has to lie above it */
  above: number;
  /** minutes that an alert goes on after it ended */
  keeps: number;
}

/**
 * How often a rule that is asked at the end of each minute would have begun to fire, and for how many minutes it would have.
 *
 * @param minutes ascending, those without transactions left out
 */
export function countFirings(minutes: readonly Minute[], rule: FiringRule): { fired: number; minutes: number } {
  let fired = 0;
  let lasted = 0;
  let firedAt = -Infinity;
  let first = 0;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < minutes.length; i++) {
    sum += minutes[i]!.sum;
    count += minutes[i]!.count;
    // The window changes when a minute comes in, and when one falls out of it before the next comes.
    const until = Math.min(minutes[i + 1]?.minute ?? Infinity, minutes[i]!.minute + rule.minutes);
    for (let now = minutes[i]!.minute; now < until; now++) {
      while (minutes[first]!.minute <= now - rule.minutes) {
        sum -= minutes[first]!.sum;
        count -= minutes[first]!.count;
        first++;
      }
      if (count >= rule.atLeast && sum / count > rule.above) {
        fired += now - firedAt > rule.keeps + 1 ? 1 : 0;
        lasted++;
        firedAt = now;
      }
    }
  }
  return { fired, minutes: lasted };
}
