import { textTable } from '../words/textTable';
import { nextTimes } from './cronTimes';
import type { Jobs } from './jobsFile';
import type { Job } from './scheduledJob';

export interface Upcoming {
  job: string;
  due: string;
  /** as a clock in the job's zone shows it */
  local: string;
  timeZone: string;
}

/** The next `count` times that anything is due, over all enabled jobs. */
export function upcoming({ jobs }: Jobs, from: Date, count: number): Upcoming[] {
  return jobs
    .filter(({ enabled }) => enabled)
    .flatMap((job) => nextTimes(job, from, count).map((due) => ({ job, due })))
    .sort((a, b) => a.due.getTime() - b.due.getTime() || a.job.id.localeCompare(b.job.id))
    .slice(0, count)
    .map(({ job, due }) => ({ job: job.id, due: due.toISOString(), local: localTime(due, job.timeZone), timeZone: job.timeZone })); // prettier-ignore
}

export const printUpcoming = (times: readonly Upcoming[]): string =>
  times.length === 0
    ? 'Nothing is due: no job is enabled.'
    : textTable(['Job', 'Due (UTC)', 'There', 'Zone'], times.map(({ job, due, local, timeZone }) => [job, due, local, timeZone])); // prettier-ignore

export const printJobs = ({ jobs }: Jobs, now: Date): string =>
  jobs.length === 0
    ? 'The file has no jobs.'
    : textTable(
        ['Job', 'Schedule', 'Zone', 'Next', 'Overlap', 'Missed', 'Command'],
        jobs.map((job) => [job.id, job.cron, job.timeZone, nextOf(job, now), job.overlap, missedOf(job), job.command.join(' ')]) // prettier-ignore
      );

function nextOf(job: Job, now: Date): string {
  const [next] = job.enabled ? nextTimes(job, now, 1) : [];
  return next ? localTime(next, job.timeZone) : 'not enabled';
}

const missedOf = ({ missed, missedWithinSec }: Job): string =>
  missed === 'skip' ? 'skip' : `run once within ${missedWithinSec} s`;

/** `2026-11-28 02:30` of a zone. */
const localTime = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
