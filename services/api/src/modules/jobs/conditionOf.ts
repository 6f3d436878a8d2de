import type { JobCondition, JobOccurrence, ScheduledJob } from '@spendscope/contracts';

/** Waits or runs. */
export const isActive = ({ state }: Pick<JobOccurrence, 'state'>): boolean => state === 'queued' || state === 'running';

/**
 * How a job stands. Late: it was due, and its time to start is over without anybody having started it.
 *
 * @param last its newest occurrence that was not skipped
 */
export function conditionOf(job: ScheduledJob, last: JobOccurrence | undefined, now: Date): JobCondition {
  const at = now.toISOString();
  if (last?.state === 'running') {
    return 'running';
  }
  if (!job.enabled) {
    return 'disabled';
  }
  const waitsTooLong =
    last?.state === 'queued' && Date.parse(last.claimed_at) + job.late_after_sec * 1_000 < now.getTime();
  if (waitsTooLong || (job.late_after !== undefined && job.late_after < at)) {
    return 'late';
  }
  if (!last) {
    return 'never';
  }
  return last.state === 'failed' ? 'failed' : 'good';
}
