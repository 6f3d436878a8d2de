import { Cron } from 'croner';
import type { Job } from './scheduledJob';

type Timed = Pick<Job, 'cron' | 'timeZone'>;

/**
 * The schedule of a job. Where clocks are put forward, a time of day that is skipped is due at the first instant after the
 * gap; where they are put back, one that comes twice is due at the first. Steps and ranges of hours or minutes go by real time.
 *
 * @throws Error where the expression or the zone is none
 */
export const cronOf = ({ cron, timeZone }: Timed): Cron =>
  new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true });

/** The next instants after `from`, ascending; fewer where the schedule has no more. */
export const nextTimes = (job: Timed, from: Date, count: number): Date[] => cronOf(job).nextRuns(count, from);

/** Instants in `(from, to]`, ascending, the newest `most` of them. */
export function timesBetween(job: Timed, from: Date, to: Date, most: number): Date[] {
  const cron = cronOf(job);
  const found: Date[] = [];
  for (let time = cron.nextRun(from); time && time <= to; time = cron.nextRun(time)) {
    found.push(time);
    if (found.length > most) {
      found.shift();
    }
  }
  return found;
}
