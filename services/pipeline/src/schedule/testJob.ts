import { type Job, resolveJob } from './scheduledJob';

/** A job of tests: due each hour in UTC unless it says otherwise. */
export const testJob = (change: Partial<Job> = {}): Job => ({
  ...resolveJob({ id: 'hourly', command: ['doctor'], cron: '0 * * * *' }, {}),
  ...change,
});
