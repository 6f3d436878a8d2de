import type { Actor, JobOccurrence } from '@spendscope/contracts';
import type { Versioned } from '@spendscope/elastic';
import type { JobLog } from './JobLog';
import { type JobLease, type OccurrenceBook, isActive, leaseSeconds } from './OccurrenceBook';
import type { JobEnd, Launch, RunningJob } from './launchJob';
import type { Job } from './scheduledJob';
import { type StopReason, verdictOf } from './verdictOf';

export interface SlotParts {
  book: OccurrenceBook;
  launch: Launch;
  now: () => Date;
  note: (line: string) => void;
  job: Job;
  /** when it was to start */
  start: Date;
}

const signEveryMs = 10_000;

/** One occurrence that this scheduler has claimed: it waits, runs, and ends. */
export class Slot {
  private running: RunningJob | undefined;
  private end: JobEnd | { failure: Error } | undefined;
  private log: JobLog | undefined;
  private stopped: { reason: StopReason; by?: Actor } | undefined;
  private lastWords: string | undefined;
  private signedAt: number;
  private startedAt = 0;
  private readonly lease: JobLease;
  ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: SlotParts,
    private held: Versioned<JobOccurrence>
  ) {
    this.signedAt = parts.now().getTime();
    this.lease = parts.book.leaseOf(held.document);
  }

  get id(): string {
    return this.held.document.occurrence_id;
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Tells it to end; the first reason counts. */
  stop(reason: StopReason, by?: Actor): void {
    if (this.stopped) {
      return;
    }
    this.stopped = { reason, ...(by ? { by } : {}) };
    this.running?.stop();
  }

  /** Starts it where no other occurrence of its job runs anywhere. */
  async start(log: JobLog): Promise<boolean> {
    const { job, launch, now, note, start } = this.parts;
    if (this.stopped || !(await this.lease.acquire())) {
      return false;
    }
    const at = now();
    const lateSec = Math.max(0, Math.round((at.getTime() - start.getTime()) / 1_000));
    if (!(await this.write({ state: 'running', started_at: at.toISOString(), late_sec: lateSec }))) {
      await this.lease.release();
      return false;
    }
    this.log = log;
    this.startedAt = at.getTime();
    note(`${this.id}: ${job.command.join(' ')}`);
    this.running = launch({
      jobId: job.id,
      occurrenceId: this.id,
      command: job.command,
      onLine: (text) => {
        if (/^Error: /.test(text)) {
          this.lastWords = text.slice('Error: '.length, 1_000);
        }
        log.add(text);
      },
    });
    this.ended = this.running.ended.then(
      (end) => void (this.end = end),
      (failure: Error) => void (this.end = { failure })
    );
    return true;
  }

  /** Says that it is still there, hears whether it is to end, and puts its end on record. */
  async settle(): Promise<'over' | 'goes on'> {
    await this.log?.flush();
    if (this.end) {
      await this.finish(this.end);
      return 'over';
    }
    const { book, now, job } = this.parts;
    const [seen] = await book.occurrences.getMany([this.id]);
    if (!seen || seen.document.claimed_by !== this.held.document.claimed_by || !isActive(seen.document)) {
      return this.abandon();
    }
    this.held = seen;
    if (seen.document.replaced_by) {
      this.stop('replaced');
    }
    if (!this.running) {
      return this.stopped ? this.endUnstarted(this.stopped) : this.sign();
    }
    if (now().getTime() - this.startedAt >= job.timeoutSec * 1_000) {
      this.stop('timed_out');
    }
    return this.sign();
  }

  async skip(): Promise<void> {
    await this.write({ state: 'skipped', reason: 'overlap', ended_at: this.parts.now().toISOString() });
  }

  /** As if it had never been claimed. */
  async handBack(): Promise<void> {
    await this.parts.book.occurrences.delete(this.id, this.held.version);
  }

  private async sign(): Promise<'goes on'> {
    const at = this.parts.now().getTime();
    if (Math.abs(at - this.signedAt) >= signEveryMs) {
      await (this.running && this.lease.acquire());
      await this.write({});
      this.signedAt = at;
    }
    return 'goes on';
  }

  /** Somebody took it for lost: it must not go on beside whoever runs the job next. */
  private async abandon(): Promise<'over' | 'goes on'> {
    if (!this.running) {
      return 'over';
    }
    this.parts.note(`✗ ${this.id} was taken for lost, and is ended.`);
    this.stop('scheduler_stopped');
    await this.ended;
    return 'over';
  }

  private async endUnstarted({ reason, by }: { reason: StopReason; by?: Actor }): Promise<'over'> {
    await this.write({
      state: 'cancelled',
      reason,
      ended_at: this.parts.now().toISOString(),
      ...(by ? { cancelled_by: by } : {}),
    });
    return 'over';
  }

  private async finish(end: JobEnd | { failure: Error }): Promise<void> {
    const { book, now, note } = this.parts;
    const at = now();
    const verdict =
      'failure' in end
        ? { state: 'failed' as const, reason: 'not_started' as const, error: end.failure.message }
        : verdictOf(end, this.stopped?.reason, this.lastWords);
    const runId = await book.runOf(this.id);
    const [seen] = await book.occurrences.getMany([this.id]);
    if (seen && isActive(seen.document)) {
      this.held = seen;
      await this.write({
        ...verdict,
        ended_at: at.toISOString(),
        seconds: Math.max(0, Math.round((at.getTime() - this.startedAt) / 1_000)),
        ...(runId ? { run_id: runId } : {}),
        ...(verdict.state === 'cancelled' && this.stopped?.by ? { cancelled_by: this.stopped.by } : {}),
      });
    }
    await this.lease.release();
    note(`${verdict.state === 'failed' ? '✗ ' : ''}${this.id}: ${verdict.state}`);
  }

  private async write(change: Partial<JobOccurrence>): Promise<boolean> {
    const { now, book } = this.parts;
    const lease_until = new Date(now().getTime() + leaseSeconds * 1_000).toISOString();
    const { lease_until: _lease, ...rest } = { ...this.held.document, ...change };
    const next: JobOccurrence = isActive(rest) ? { ...rest, lease_until } : rest;
    const written = await book.occurrences.replace(this.id, next, this.held.version);
    if (written) {
      this.held = written;
    }
    return written !== undefined;
  }
}
