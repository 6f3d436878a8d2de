import { type JobOccurrence, type JobWish, type ScheduledJob, indices } from '@spendscope/contracts';
import { type ElasticClient, Leases, type Versioned, VersionedDocuments } from '@spendscope/elastic';

/** Without a sign of life for so long, whoever runs a job is gone. */
export const leaseSeconds = 45;
/** A wish that nobody carried out by then is not carried out any more. */
const wishLifeMs = 600_000;
const mostFound = 500;
const mostTries = 5;
const { fields } = indices.jobOccurrences;
const active = { terms: { [fields.state]: ['queued', 'running'] } };

/** Waits or runs. */
export const isActive = ({ state }: Pick<JobOccurrence, 'state'>): boolean => state === 'queued' || state === 'running';

/** What was due and what became of it, in Elasticsearch: the one place where schedulers meet. */
export class OccurrenceBook {
  readonly occurrences: VersionedDocuments<JobOccurrence>;
  readonly jobs: VersionedDocuments<ScheduledJob>;

  constructor(
    private readonly client: ElasticClient,
    private readonly now: () => Date
  ) {
    this.occurrences = new VersionedDocuments(client, indices.jobOccurrences.name);
    this.jobs = new VersionedDocuments(client, indices.scheduledJobs.name);
  }

  /** Undefined where somebody else was first. */
  claim(document: JobOccurrence): Promise<Versioned<JobOccurrence> | undefined> {
    return this.occurrences.create(document.occurrence_id, document);
  }

  /** Those of the ids that somebody has claimed. */
  async claimed(ids: readonly string[]): Promise<Set<string>> {
    return new Set((await this.occurrences.getMany(ids)).map(({ document }) => document.occurrence_id));
  }

  /** The lease of a job, for one of its occurrences: while it is held, no other occurrence of the job runs anywhere. */
  leaseOf({ job_id, occurrence_id, claimed_by }: JobOccurrence): JobLease {
    const leases = new Leases(this.client, `${claimed_by}/${occurrence_id}`, this.now, indices.jobLeases.name);
    return { acquire: () => leases.acquire(job_id, leaseSeconds), release: () => leases.release(job_id) };
  }

  /** What waits or runs, of one job or of all. */
  async active(jobId?: string): Promise<Versioned<JobOccurrence>[]> {
    const job = jobId === undefined ? [] : [{ term: { [fields.job_id]: jobId } }];
    return this.find(indices.jobOccurrences.name, { bool: { filter: [active, ...job] } });
  }

  /** Wishes that are young enough to be carried out. */
  async wishes(): Promise<{ id: string; wish: JobWish }[]> {
    const { name, fields: of } = indices.jobWishes;
    const since = new Date(this.now().getTime() - wishLifeMs).toISOString();
    const { hits } = await this.client.search<JobWish>({
      index: name,
      ignore_unavailable: true,
      size: mostFound,
      sort: [{ [of.at]: { order: 'asc', unmapped_type: 'date' } }],
      query: { range: { [of.at]: { gte: since } } },
    });
    return hits.hits.map((hit) => ({ id: hit._id!, wish: hit._source! }));
  }

  /** The id of the run that an occurrence recorded, if it did. */
  async runOf(occurrenceId: string): Promise<string | undefined> {
    const { name, fields: of } = indices.runs;
    const query = { term: { [of.occurrence_id]: occurrenceId } };
    const { hits } = await this.client.search<{ run_id: string }>({
      index: name,
      size: 1,
      query,
      _source: [of.run_id],
    });
    return hits.hits[0]?._source?.run_id;
  }

  /** Asks whoever has an occurrence to make room for another; nothing where it is over. */
  async replace(occurrenceId: string, by: string): Promise<void> {
    // Its scheduler gives signs of life meanwhile: what was read may have changed.
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const seen = await this.occurrences.get(occurrenceId);
      if (!seen || !isActive(seen.document)) {
        return;
      }
      const told = { ...seen.document, replaced_by: by };
      if (await this.occurrences.replace(occurrenceId, told, seen.version)) {
        return;
      }
    }
  }

  private async find(index: string, query: object): Promise<Versioned<JobOccurrence>[]> {
    await this.client.indices.refresh({ index });
    const { hits } = await this.client.search<JobOccurrence>({
      index,
      size: mostFound,
      seq_no_primary_term: true,
      query,
    });
    return hits.hits.map((hit) => ({
      document: hit._source!,
      version: { seqNo: hit._seq_no!, primaryTerm: hit._primary_term! },
    }));
  }
}

export interface JobLease {
  acquire(): Promise<boolean>;
  release(): Promise<void>;
}
