import { randomBytes } from 'node:crypto';
import { type Run, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { tell } from '../terminal';

/** An id that sorts by time and may stand in an index name, e.g. `20261121t031502-9f3a`. */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').toLowerCase();
  return `${stamp}-${randomBytes(2).toString('hex')}`;
}

/** Keeps the run's document in Elasticsearch up to date: running, then how it ended, with each stage's seconds. */
export class RunRecorder {
  private readonly run: Run;

  private constructor(
    private readonly client: ElasticClient | undefined,
    kind: Run['kind'],
    now: Date,
    private readonly note: (line: string) => void
  ) {
    this.run = {
      run_id: newRunId(now),
      kind,
      status: 'running',
      started_at: now.toISOString(),
      stages: [],
    };
  }

  /** @param client absent where a command needs no Elasticsearch and none is there */
  static async start(
    client: ElasticClient | undefined,
    kind: Run['kind'],
    note: (line: string) => void = tell
  ): Promise<RunRecorder> {
    const recorder = new RunRecorder(client, kind, new Date(), note);
    await recorder.save();
    return recorder;
  }

  get id(): string {
    return this.run.run_id;
  }

  get stages(): readonly Run['stages'][number][] {
    return this.run.stages;
  }

  /** Fields that become known on the way: what was read, the data's range. */
  know(facts: Partial<Omit<Run, 'run_id' | 'kind' | 'status' | 'started_at' | 'stages'>>): void {
    Object.assign(this.run, facts);
  }

  /** Runs a part of the work and notes its seconds. */
  async stage<T>(name: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T> {
    const from = performance.now();
    const result = await work();
    const seconds = Math.round(performance.now() - from) / 1000;
    const note = detail?.(result);
    this.run.stages.push({ name, seconds, ...(note ? { detail: note } : {}) });
    this.note(`${name}: ${seconds.toFixed(1)} s${note ? ` · ${note}` : ''}`);
    return result;
  }

  async end(status: 'succeeded' | 'failed' | 'cancelled', error?: string): Promise<void> {
    Object.assign(this.run, { status, ended_at: new Date().toISOString(), ...(error ? { error } : {}) });
    await this.save();
  }

  private async save(): Promise<void> {
    await this.client?.index({ index: indices.runs.name, id: this.run.run_id, document: this.run, refresh: true });
  }
}
