import { JobList, type JobOccurrence, OccurrenceList, OccurrenceReport, WishTaken } from '@spendscope/contracts';
import { callApi } from './callApi';

const encoded = encodeURIComponent;

export interface OccurrenceQuery {
  job?: string;
  state?: JobOccurrence['state'];
}

/** Scheduled jobs and their runs. Each rejects with an ApiError. */
export const jobApi = {
  jobs: (): Promise<JobList> => callApi({ answer: JobList, path: 'jobs' }),
  occurrences: (query: OccurrenceQuery, signal?: AbortSignal): Promise<OccurrenceList> =>
    callApi({ answer: OccurrenceList, path: 'occurrences', query: { ...query }, signal }),
  occurrence: (id: string, signal?: AbortSignal): Promise<OccurrenceReport> =>
    callApi({ answer: OccurrenceReport, path: `occurrences/${encoded(id)}`, signal }),
  run: ({ job, reason }: { job: string; reason?: string }, idempotencyKey: string): Promise<WishTaken> =>
    callApi({
      answer: WishTaken,
      method: 'POST',
      path: 'runs',
      body: { job, ...(reason ? { reason } : {}) },
      idempotencyKey,
    }),
  cancel: ({ id, reason }: { id: string; reason?: string }, idempotencyKey: string): Promise<WishTaken> =>
    callApi({
      answer: WishTaken,
      method: 'POST',
      path: `runs/${encoded(id)}/cancellations`,
      body: reason ? { reason } : {},
      idempotencyKey,
    }),
};
