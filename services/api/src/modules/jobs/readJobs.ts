import {
  type JobEntry,
  type JobList,
  type JobOccurrence,
  type LogLine,
  type OccurrenceList,
  type OccurrenceReport,
  type ScheduledJob,
  indices,
} from '@spendscope/contracts';
import { type ElasticClient, type estypes, isMissing } from '@spendscope/elastic';
import { newestFirst, reading } from '../../elastic/reading';
import { ApiError } from '../../http/apiError';
import { conditionOf } from './conditionOf';

const mostJobs = 200;
const shownHistory = 20;
const shownLines = 1_000;
/** A scheduler shows itself every half minute. */
const awayMs = 120_000;
const { fields } = indices.jobOccurrences;

/** Every job of the jobs file, with its newest occurrences. */
export async function readJobs(client: ElasticClient, now: Date): Promise<JobList> {
  const { hits } = await client.search<ScheduledJob>({
    ...reading(indices.scheduledJobs),
    size: mostJobs,
    sort: [{ [indices.scheduledJobs.fields.job_id]: { order: 'asc', unmapped_type: 'keyword' } }],
  });
  const jobs = hits.hits.map((hit) => hit._source!);
  const newest = await newestOf(client, jobs);
  const items = jobs.map((job): JobEntry => {
    const own = newest.get(job.job_id) ?? [];
    const last = own[0];
    const condition = conditionOf(job, own.find(({ state }) => state !== 'skipped'), now); // prettier-ignore
    const history = own.filter(({ ended_at }) => ended_at !== undefined).reverse();
    return { job, condition, ...(last ? { last } : {}), history };
  });
  const seen = jobs.map(({ seen_at }) => seen_at).sort().at(-1); // prettier-ignore
  const schedulerAway = seen === undefined || now.getTime() - Date.parse(seen) > awayMs;
  return { items, ...(seen ? { schedulerSeenAt: seen } : {}), schedulerAway };
}

/** The newest occurrences of each job, newest first: one question for all. */
async function newestOf(client: ElasticClient, jobs: readonly ScheduledJob[]): Promise<Map<string, JobOccurrence[]>> {
  if (jobs.length === 0) {
    return new Map();
  }
  const answer = await client.search({
    ...reading(indices.jobOccurrences),
    size: 0,
    aggs: {
      jobs: {
        terms: { field: fields.job_id, size: mostJobs },
        aggs: { newest: { top_hits: { size: shownHistory, sort: newestFirst(fields.claimed_at) } } },
      },
    },
  });
  type Bucket = { key: string; newest: estypes.AggregationsTopHitsAggregate };
  const buckets = (answer.aggregations?.jobs as { buckets?: Bucket[] } | undefined)?.buckets ?? [];
  return new Map(
    buckets.map(({ key, newest }) => [key, newest.hits.hits.map((hit) => hit._source as unknown as JobOccurrence)])
  );
}

export interface OccurrenceFilter {
  job?: string;
  state?: JobOccurrence['state'];
  size?: number;
}

export async function searchOccurrences(
  client: ElasticClient,
  { job, state, size = 50 }: OccurrenceFilter
): Promise<OccurrenceList> {
  const filter = [
    ...(job ? [{ term: { [fields.job_id]: job } }] : []),
    ...(state ? [{ term: { [fields.state]: state } }] : []),
  ];
  const { hits } = await client.search<JobOccurrence>({
    ...reading(indices.jobOccurrences),
    size,
    track_total_hits: true,
    query: { bool: { filter } },
    sort: newestFirst(fields.claimed_at),
  });
  return { items: hits.hits.map((hit) => hit._source!), total: (hits.total as { value: number }).value };
}

/** One occurrence and the newest lines of what it said, oldest first. @throws ApiError 404 */
export async function readOccurrence(client: ElasticClient, id: string): Promise<OccurrenceReport> {
  const occurrence = await getOccurrence(client, id);
  const { fields: of } = indices.logs;
  const { hits } = await client.search<LogLine>({
    ...reading(indices.logs),
    size: shownLines,
    track_total_hits: true,
    query: { term: { [of.occurrence_id]: id } },
    sort: newestFirst(of['@timestamp']),
  });
  // Lines of one millisecond keep the order of their ids, which count up.
  const lines = [...hits.hits].sort((a, b) => (a._id! < b._id! ? -1 : 1)).map((hit) => hit._source!);
  return { occurrence, lines, totalLines: (hits.total as { value: number }).value };
}

export async function getOccurrence(client: ElasticClient, id: string): Promise<JobOccurrence> {
  try {
    return (await client.get<JobOccurrence>({ index: indices.jobOccurrences.name, id }))._source!;
  } catch (error) {
    throw isMissing(error) ? new ApiError(404, 'run_unknown', 'No job has a run of this id.', { cause: error }) : error;
  }
}
