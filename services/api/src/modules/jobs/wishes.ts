import {
  type JobOccurrence,
  type JobWish,
  type RunRequest,
  type ScheduledJob,
  type WishTaken,
  askedId,
  indices,
} from '@spendscope/contracts';
import { type ElasticClient, isMissing } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { sha256 } from '../audit/chain';
import { type Acting, type InterventionParts, refuseReadonly } from '../interventions/parts';
import { recordEffect } from '../interventions/recordEffect';
import { isActive } from './conditionOf';
import { readJobs } from './readJobs';

interface Asking {
  client: ElasticClient;
  parts: InterventionParts;
  acting: Acting;
  /** The same for every try of one request, so that a repeated wish is the same wish. */
  seed: string;
}

/**
 * Asks for a job to be started now. The service writes the wish down; the scheduler starts the process.
 * @throws ApiError 403, 404 where no jobs file has the job, 409 where it waits or runs already or no scheduler is there, 503
 */
export async function askForRun(asking: Asking, { job, reason }: RunRequest): Promise<WishTaken> {
  const { client, parts, acting, seed } = asking;
  await getJob(client, job);
  const { items, schedulerAway } = await readJobs(client, parts.now());
  const last = items.find((item) => item.job.job_id === job)?.last;
  if (last && isActive(last)) {
    throw new ApiError(409, 'job_active', 'This job waits or runs already. Cancel it first, or wait for its end.');
  }
  if (schedulerAway) {
    throw new ApiError(409, 'scheduler_away', 'No scheduler was heard of for two minutes: nothing would be started.');
  }
  const id = sha256(seed).slice(0, 16);
  const occurrence_id = askedId(job, id);
  const wish = { kind: 'run', job_id: job, occurrence_id, by: acting.caller.actor } as const;
  return keep(asking, id, wish, { action: `job.run/${job}`, reason });
}

/**
 * Asks for a run to be ended.
 * @param runId of an occurrence, or of the run that it recorded
 * @throws ApiError 403, 404 where no job has such a run, 409 where it is over, 503
 */
export async function askForEnd(asking: Asking, runId: string, reason: string | undefined): Promise<WishTaken> {
  const { client, acting, seed } = asking;
  const occurrence = await findOccurrence(client, runId);
  if (!isActive(occurrence)) {
    throw new ApiError(409, 'run_over', 'This run is over: there is nothing to cancel.');
  }
  const { job_id, occurrence_id } = occurrence;
  const wish = { kind: 'cancel', job_id, occurrence_id, by: acting.caller.actor } as const;
  return keep(asking, sha256(seed).slice(0, 16), wish, { action: `job.cancel/${job_id}`, reason });
}

async function keep(
  { client, parts, acting }: Asking,
  id: string,
  wish: Omit<JobWish, 'at'>,
  { action, reason }: { action: string; reason?: string }
): Promise<WishTaken> {
  refuseReadonly(parts.mode);
  const about = { policyAct: 'operate_jobs' as const, action, ...(reason ? { comment: reason } : {}) };
  return recordEffect(parts, acting, about, async () => {
    const document: JobWish = { ...wish, at: parts.now().toISOString() };
    await client.index({ index: indices.jobWishes.name, id, document, refresh: true });
    const answer = { occurrenceId: wish.occurrence_id, at: document.at };
    return { result: wish.occurrence_id, answer };
  });
}

async function getJob(client: ElasticClient, id: string): Promise<ScheduledJob> {
  try {
    return (await client.get<ScheduledJob>({ index: indices.scheduledJobs.name, id }))._source!;
  } catch (error) {
    throw isMissing(error)
      ? new ApiError(404, 'job_unknown', 'The jobs file has no such job.', { cause: error })
      : error;
  }
}

async function findOccurrence(client: ElasticClient, runId: string): Promise<JobOccurrence> {
  const { name, fields } = indices.jobOccurrences;
  const { hits } = await client.search<JobOccurrence>({
    index: name,
    ignore_unavailable: true,
    size: 1,
    query: {
      bool: { should: [{ term: { [fields.occurrence_id]: runId } }, { term: { [fields.run_id]: runId } }], minimum_should_match: 1 }, // prettier-ignore
    },
  });
  const found = hits.hits[0]?._source;
  if (!found) {
    throw new ApiError(404, 'run_unknown', 'No job has a run of this id.');
  }
  return found;
}
