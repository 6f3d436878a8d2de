import type { ScheduledJob } from '@spendscope/contracts';
import { indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { OccurrenceBook } from './OccurrenceBook';
import { nextTimes } from './cronTimes';
import { startOf } from './jitter';
import type { Jobs } from './jobsFile';
import type { Job } from './scheduledJob';

const shownTimes = 5;
const everyMs = 30_000;
/** A job that no scheduler has had in its file for so long is gone. */
const goneMs = 120_000;

/** Tells readers which jobs there are and when they are due next. */
export class JobsBoard {
  private readonly known = new Map<string, ScheduledJob>();
  private shownAt = 0;
  private shownVersion = '';

  constructor(
    private readonly client: ElasticClient,
    private readonly book: OccurrenceBook,
    /** whether whoever shows the jobs also starts them when they are due */
    private readonly isScheduler = true
  ) {}

  /** Before it, nothing of the job was due; undefined for one that was never shown. */
  knownSince(jobId: string): Date | undefined {
    const known = this.known.get(jobId);
    return known && new Date(known.known_since);
  }

  /** Shows the jobs: at once where one changed or came due, else now and then. */
  async show({ version, jobs }: Jobs, now: Date): Promise<void> {
    const isDue = [...this.known.values()].some(
      ({ next_due: [next] }) => next !== undefined && next <= now.toISOString()
    );
    const isNews = isDue || version !== this.shownVersion || jobs.some((job) => !this.isShown(job));
    if (!isNews && Math.abs(now.getTime() - this.shownAt) < everyMs) {
      return;
    }
    for (const job of jobs) {
      await this.showOne(job, version, now);
    }
    await this.dropGone(jobs, now);
    this.shownAt = now.getTime();
    this.shownVersion = version;
  }

  private isShown(job: Job): boolean {
    const known = this.known.get(job.id);
    return known !== undefined && known.cron === job.cron && known.enabled === job.enabled;
  }

  private async showOne(job: Job, version: string, now: Date): Promise<void> {
    const before = await this.book.jobs.get(job.id);
    const shownNow = entryOf(job, version, now, before?.document);
    const entry = this.isScheduler ? shownNow : { ...shownNow, seen_at: before?.document.seen_at ?? shownNow.seen_at };
    const shown = before
      ? await this.book.jobs.replace(job.id, entry, before.version)
      : await this.book.jobs.create(job.id, entry);
    // Where another scheduler was quicker, what it says holds.
    const holds = shown ?? (await this.book.jobs.get(job.id));
    if (holds) {
      this.known.set(job.id, holds.document);
    }
  }

  private async dropGone(jobs: readonly Job[], now: Date): Promise<void> {
    const { name, fields } = indices.scheduledJobs;
    const before = new Date(now.getTime() - goneMs).toISOString();
    const { hits } = await this.client.search({ index: name, size: 200, _source: false, query: { range: { [fields.seen_at]: { lt: before } } } }); // prettier-ignore
    for (const { _id: id } of hits.hits) {
      if (!jobs.some((job) => job.id === id)) {
        await this.client.delete({ index: name, id: id! }, { ignore: [404] });
      }
    }
    for (const id of this.known.keys()) {
      if (!jobs.some((job) => job.id === id)) {
        this.known.delete(id);
      }
    }
  }
}

function entryOf(job: Job, version: string, now: Date, before: ScheduledJob | undefined): ScheduledJob {
  const isSame = before?.cron === job.cron && before.time_zone === job.timeZone && before.enabled === job.enabled;
  // A clock that was set back would else keep the job from ever being due until it is then again.
  const since = isSame && before.known_since <= now.toISOString() ? before.known_since : now.toISOString();
  const times = job.enabled ? upcoming(job, now) : [];
  const [next] = times;
  return {
    job_id: job.id,
    ...(job.title ? { title: job.title } : {}),
    command: [...job.command],
    cron: job.cron,
    time_zone: job.timeZone,
    overlap: job.overlap,
    missed: job.missed,
    missed_within_sec: job.missedWithinSec,
    jitter_sec: job.jitterSec,
    timeout_sec: job.timeoutSec,
    late_after_sec: job.lateAfterSec,
    enabled: job.enabled,
    file_version: version,
    known_since: since,
    next_due: times.map((time) => time.toISOString()),
    ...(next ? { late_after: new Date(startOf(job, next).getTime() + job.lateAfterSec * 1_000).toISOString() } : {}),
    seen_at: now.toISOString(),
  };
}

/** The next due times, with those that are due and put off by jitter. */
function upcoming(job: Job, now: Date): Date[] {
  const from = new Date(now.getTime() - job.jitterSec * 1_000);
  return nextTimes(job, from, shownTimes + Math.ceil(job.jitterSec / 60))
    .filter((due) => startOf(job, due) > now)
    .slice(0, shownTimes);
}
