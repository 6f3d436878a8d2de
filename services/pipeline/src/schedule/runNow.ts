import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type JobOccurrence, askedId } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { UserError } from '../userError';
import { JobLog } from './JobLog';
import { JobsBoard } from './JobsBoard';
import { OccurrenceBook, leaseSeconds } from './OccurrenceBook';
import { Slot } from './Slot';
import type { Jobs } from './jobsFile';
import type { Launch } from './launchJob';
import type { Job } from './scheduledJob';
import { sweepLost } from './sweepLost';

interface RunNowInput {
  client: ElasticClient;
  launch: Launch;
  jobs: Jobs;
  job: Job;
  note: (line: string) => void;
  signal: AbortSignal;
}

const lookMs = 500;

/**
 * Runs a job now, in this process’s foreground, under the job's lease and on record as the scheduler's runs are: what a
 * CronJob, Airflow or a person at a terminal calls.
 *
 * @throws UserError where another occurrence of the job waits or runs, or where it does not succeed
 */
export async function runNow({ client, launch, jobs, job, note, signal }: RunNowInput): Promise<void> {
  const now = (): Date => new Date();
  const book = new OccurrenceBook(client, now);
  const id = randomUUID();
  await sweepLost(client, book, id, now());
  await new JobsBoard(client, book, false).show(jobs, now());
  const others = await book.active(job.id);
  if (others[0] && job.overlap === 'skip') {
    throw busy(job, others[0].document.occurrence_id);
  }
  const claimed = (await book.claim(claimOf(job, id, now())))!;
  const slot = new Slot({ book, launch, now, note, job, start: now() }, claimed);
  if (job.overlap === 'cancel') {
    await Promise.all(others.map(({ document }) => book.replace(document.occurrence_id, slot.id)));
  }
  signal.addEventListener('abort', () => slot.stop('scheduler_stopped'));
  const log = new JobLog(client, slot.id, now);
  if (!(await slot.start(log)) && job.overlap === 'skip') {
    await slot.skip();
    throw busy(job, 'another');
  }
  while ((await slot.settle()) !== 'over') {
    await (slot.isRunning ? Promise.race([sleep(lookMs), slot.ended]) : sleep(lookMs));
    await (!slot.isRunning && slot.start(log));
  }
  const outcome = (await book.occurrences.get(slot.id))?.document;
  if (outcome?.state !== 'succeeded') {
    const why = outcome?.error ?? outcome?.reason ?? 'unknown';
    throw new UserError(`${job.id} ${outcome?.state ?? 'failed'}: ${why}`, `Its lines: GET /v1/occurrences/${slot.id}`);
  }
}

const busy = (job: Job, by: string): UserError =>
  new UserError(`${job.id} runs already (${by}).`, 'Wait for its end, or cancel it on the page Jobs.');

const claimOf = (job: Job, claimedBy: string, at: Date): JobOccurrence => ({
  occurrence_id: askedId(job.id, randomBytes(8).toString('hex')),
  job_id: job.id,
  due_at: at.toISOString(),
  trigger: 'command',
  state: 'queued',
  command: [...job.command],
  claimed_at: at.toISOString(),
  claimed_by: claimedBy,
  host: hostname(),
  pid: process.pid,
  lease_until: new Date(at.getTime() + leaseSeconds * 1_000).toISOString(),
});
