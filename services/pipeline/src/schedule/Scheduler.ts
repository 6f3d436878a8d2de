import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, type JobOccurrence, askedId, scheduledId } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { JobLog } from './JobLog';
import { JobsBoard } from './JobsBoard';
import { OccurrenceBook, leaseSeconds } from './OccurrenceBook';
import { Slot } from './Slot';
import { startOf } from './jitter';
import type { Jobs } from './jobsFile';
import type { Launch } from './launchJob';
import { judgeMissed, timesDue } from './planDue';
import type { Job } from './scheduledJob';
import { sweepLost } from './sweepLost';

export interface SchedulerParts {
  client: ElasticClient;
  launch: Launch;
  /** The jobs in force; read at each look. */
  jobs: () => Promise<Jobs>;
  now: () => Date;
  note: (line: string) => void;
  /** The machine, where it is another than this one's name. */
  host?: string;
}

const tickMs = 1_000;
const sweepEveryMs = 15_000;

/**
 * Starts what is due. Everything happens in `tick`, one step after the other; where two schedulers look at the same jobs,
 * whoever creates an occurrence's document has it, and whoever holds a job's lease runs it.
 *
 * One job runs at a time: they share the working store, which one process has.
 */
export class Scheduler {
  private readonly id = randomUUID();
  private readonly book: OccurrenceBook;
  private readonly board: JobsBoard;
  private readonly lookedUntil = new Map<string, Date>();
  private readonly slots: Slot[] = [];
  private readonly answered = new Set<string>();
  private sweptAt = 0;

  constructor(private readonly parts: SchedulerParts) {
    this.book = new OccurrenceBook(parts.client, parts.now);
    this.board = new JobsBoard(parts.client, this.book);
  }

  /** Looks each second until the signal, then ends what runs and hands back what waits. */
  async run(signal: AbortSignal): Promise<void> {
    let isAway = false;
    while (!signal.aborted) {
      try {
        await this.tick();
        isAway = false;
      } catch (error) {
        // What could not be said now is said at the next look; once told of is enough.
        if (!isAway) {
          this.parts.note(`✗ ${(error as Error).message.split('\n')[0]}`);
        }
        isAway = true;
      }
      await sleep(tickMs, undefined, { signal }).catch(() => {});
    }
    await this.stop();
  }

  /** One look at everything. @throws Error of the client where Elasticsearch is away; the next look goes on */
  async tick(): Promise<void> {
    const { now, jobs: readJobs } = this.parts;
    const jobs = await readJobs();
    await this.settle();
    if (Math.abs(now().getTime() - this.sweptAt) >= sweepEveryMs) {
      await this.sweep();
    }
    await this.board.show(jobs, now());
    for (const job of jobs.jobs.filter(({ enabled }) => enabled)) {
      await this.claimDue(job);
    }
    await this.hearWishes(jobs.jobs);
    await this.startNext();
  }

  /** Ends what runs and hands back what waits, so that another scheduler or the next start has it. */
  async stop(): Promise<void> {
    for (const slot of [...this.slots]) {
      if (slot.isRunning) {
        slot.stop('scheduler_stopped');
        await slot.ended;
      } else {
        await slot.handBack().catch(() => {});
        this.drop(slot);
      }
    }
    await this.settle();
  }

  /** Follows what this scheduler has: signs of life, orders to end, ends. */
  private async settle(): Promise<void> {
    for (const slot of [...this.slots]) {
      if ((await slot.settle()) === 'over') {
        this.drop(slot);
      }
    }
  }

  private async sweep(): Promise<void> {
    const { client, now, note } = this.parts;
    for (const id of await sweepLost(client, this.book, this.id, now())) {
      note(`✗ ${id} was lost: its scheduler went away.`);
    }
    this.sweptAt = now().getTime();
  }

  private async claimDue(job: Job): Promise<void> {
    const now = this.parts.now();
    const knownSince = this.board.knownSince(job.id) ?? now;
    const { onTime, missed } = timesDue({ job, knownSince, lookedUntil: this.lookedUntil.get(job.id), now });
    if (missed.length > 0) {
      const taken = await this.book.claimed(missed.map((due) => scheduledId(job.id, due)));
      const verdict = judgeMissed(job, missed.filter((due) => !taken.has(scheduledId(job.id, due))), now); // prettier-ignore
      if (verdict) {
        const { due, makeUp, folded } = verdict;
        const about = { due, trigger: 'missed' as const, ...(folded > 0 ? { folded } : {}) };
        await this.claim(job, scheduledId(job.id, due), makeUp ? about : { ...about, skipped: 'missed' });
      }
    }
    for (const due of onTime) {
      await this.claim(job, scheduledId(job.id, due), { due, trigger: 'schedule' });
    }
    this.lookedUntil.set(job.id, now);
  }

  private async hearWishes(jobs: readonly Job[]): Promise<void> {
    for (const { id, wish } of await this.book.wishes()) {
      if (wish.kind === 'cancel') {
        this.slots.find((slot) => slot.id === wish.occurrence_id)?.stop('asked', wish.by);
        continue;
      }
      const job = jobs.find((one) => one.id === wish.job_id);
      if (job && !this.answered.has(id)) {
        await this.claim(job, askedId(job.id, id), { due: new Date(wish.at), trigger: 'person', by: wish.by });
        this.answered.add(id);
      }
    }
  }

  private async claim(
    job: Job,
    occurrenceId: string,
    about: { due: Date; trigger: JobOccurrence['trigger']; folded?: number; by?: Actor; skipped?: 'missed' }
  ): Promise<void> {
    const now = this.parts.now();
    const { due, trigger, folded, by, skipped } = about;
    const document: JobOccurrence = {
      occurrence_id: occurrenceId,
      job_id: job.id,
      due_at: due.toISOString(),
      trigger,
      state: skipped ? 'skipped' : 'queued',
      command: [...job.command],
      claimed_at: now.toISOString(),
      claimed_by: this.id,
      host: this.parts.host ?? hostname(),
      pid: process.pid,
      ...(folded ? { folded } : {}),
      ...(by ? { requested_by: by } : {}),
      ...(skipped
        ? { reason: skipped, ended_at: now.toISOString() }
        : { lease_until: new Date(now.getTime() + leaseSeconds * 1_000).toISOString() }),
    };
    const claimed = await this.book.claim(document);
    if (!claimed || skipped) {
      return;
    }
    const slot = new Slot({ ...this.parts, book: this.book, job, start: trigger === 'person' ? due : startOf(job, due) }, claimed); // prettier-ignore
    this.slots.push(slot);
    await this.admit(job, slot, trigger);
  }

  /** What the overlap rule says of a new occurrence; what a person asks for waits behind the one that runs. */
  private async admit(job: Job, slot: Slot, trigger: JobOccurrence['trigger']): Promise<void> {
    const others = (await this.book.active(job.id)).filter(({ document }) => document.occurrence_id !== slot.id);
    const rule = trigger === 'person' ? 'queue' : job.overlap;
    if (rule === 'cancel') {
      await Promise.all(others.map(({ document }) => this.book.replace(document.occurrence_id, slot.id)));
      return;
    }
    const isFull = rule === 'skip' ? others.length > 0 : others.some(({ document }) => document.state === 'queued');
    if (isFull) {
      await slot.skip();
      this.drop(slot);
    }
  }

  private async startNext(): Promise<void> {
    if (this.slots.some((slot) => slot.isRunning)) {
      return;
    }
    for (const slot of this.slots) {
      const log = new JobLog(this.parts.client, slot.id, this.parts.now);
      if (await slot.start(log)) {
        return;
      }
    }
  }

  private drop(slot: Slot): void {
    const place = this.slots.indexOf(slot);
    if (place >= 0) {
      this.slots.splice(place, 1);
    }
  }
}
