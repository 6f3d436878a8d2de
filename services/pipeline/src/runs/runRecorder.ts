import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Run, type RunInput, type RunOutput, environment, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { writeAtOnce } from '../files/writeAtOnce';
import { tell } from '../terminal';
import type { Checkpoint, Interrupted } from './checkpoint';
import { type RunFacts, manifestOf, noFacts } from './manifestOf';
import { runVersions } from './versions';

/** An id that sorts by time and may stand in an index name, e.g. `20261121t031502-9f3a`. */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').toLowerCase();
  return `${stamp}-${randomBytes(2).toString('hex')}`;
}

/** Which time of which job this is, where the scheduler started it. */
function startedBy(env: NodeJS.ProcessEnv): Pick<Run, 'job_id' | 'occurrence_id'> {
  const [job_id, occurrence_id] = [env[environment.jobId], env[environment.occurrenceId]];
  return job_id && occurrence_id ? { job_id, occurrence_id } : {};
}

export interface RecorderOptions {
  note?: (line: string) => void;
  /** where the manifest goes; none is written without it */
  folder?: string;
}

export interface KeptStageOptions<T, Packed> {
  detail?: (result: T) => string;
  /** a form that structured cloning takes, for results that hold functions or classes */
  pack?: (result: T) => Packed;
  unpack?: (packed: Packed) => T;
  /** working tables that the stage fills */
  tables?: readonly string[];
  /** whether what the stage wrote elsewhere is still there */
  holds?: (result: T) => Promise<boolean>;
}

/**
 * Keeps the run's document in Elasticsearch up to date: running, then how it ended, with each stage's seconds; and writes
 * its manifest to the state folder at the end.
 */
export class RunRecorder {
  private run: Run;
  private facts: RunFacts = noFacts();
  private checkpoint: Checkpoint | undefined;

  private constructor(
    private readonly client: ElasticClient | undefined,
    kind: Run['kind'],
    now: Date,
    private readonly options: RecorderOptions
  ) {
    this.run = {
      run_id: newRunId(now),
      kind,
      status: 'running',
      started_at: now.toISOString(),
      ...startedBy(process.env),
      stages: [],
    };
    this.facts.versions = runVersions();
  }

  /** @param client absent where a command needs no Elasticsearch and none is there */
  static async start(
    client: ElasticClient | undefined,
    kind: Run['kind'],
    options: RecorderOptions = {}
  ): Promise<RunRecorder> {
    const recorder = new RunRecorder(client, kind, new Date(), options);
    await recorder.save();
    return recorder;
  }

  get id(): string {
    return this.run.run_id;
  }

  get stages(): readonly Run['stages'][number][] {
    return this.run.stages;
  }

  get inputs(): readonly RunInput[] {
    return this.facts.inputs;
  }

  get versions(): Readonly<Record<string, string>> {
    return this.facts.versions;
  }

  /** Fields that become known on the way: what was read, the data's range. */
  know(facts: Partial<Omit<Run, 'run_id' | 'kind' | 'status' | 'started_at' | 'stages' | 'manifest'>>): void {
    Object.assign(this.run, facts);
  }

  /** What the run reads and with which parameters, for its manifest. */
  reads(inputs: readonly RunInput[], parameters: Record<string, unknown>): void {
    this.facts.inputs = [...inputs];
    this.facts.parameters = parameters;
  }

  /** Rows of each input, in their order. */
  counted(rows: readonly number[]): void {
    this.facts.inputs = this.facts.inputs.map((input, place) => ({ ...input, rows: rows[place] }));
  }

  measured(metrics: Readonly<Record<string, number>>): void {
    Object.assign(this.facts.metrics, metrics);
  }

  /** Something that the run made; a later one of the same kind and name replaces it. */
  made(output: RunOutput): void {
    const others = this.facts.outputs.filter(({ kind, name }) => kind !== output.kind || name !== output.name);
    this.facts.outputs = [...others, output];
  }

  /** Keeps results of stages from here on; with an interrupted run, goes on as that one, under its id. */
  async keepIn(checkpoint: Checkpoint, interrupted?: Interrupted): Promise<void> {
    this.checkpoint = checkpoint;
    if (interrupted) {
      checkpoint.take(interrupted);
      const own = this.run.run_id;
      const done = interrupted.run.stages.filter(({ name }) => checkpoint.has(name));
      const { job_id: _job, occurrence_id: _occurrence, ...before } = interrupted.run;
      const stages = done.map((stage) => ({ ...stage, kept: true }));
      this.run = { ...before, status: 'running', ...startedBy(process.env), stages };
      this.facts = interrupted.facts;
      await this.save();
      await this.client?.delete({ index: indices.runs.name, id: own, refresh: true }, { ignore: [404] });
    }
  }

  /** Runs a part of the work and notes its seconds. */
  async stage<T>(name: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T> {
    return this.recorded(name, work, detail, () => Promise.resolve());
  }

  /** A stage whose result is kept until the run succeeds, so that an interrupted run need not do it again. */
  async keptStage<T, Packed = T>(
    name: string,
    work: () => Promise<T>,
    options: KeptStageOptions<T, Packed> = {}
  ): Promise<T> {
    const { pack, unpack, tables = [], holds } = options;
    const kept = await this.checkpoint?.read(name);
    if (kept) {
      const result = unpack ? unpack(kept.value as Packed) : (kept.value as T);
      if (!holds || (await holds(result))) {
        this.tell(`${name}: done before the interruption`);
        return result;
      }
    }
    this.run.stages = this.run.stages.filter((stage) => stage.name !== name);
    return this.recorded(name, work, options.detail, async (result) => {
      const state = { run: this.run, facts: this.facts };
      await this.checkpoint?.keep(name, pack ? pack(result) : result, tables, state);
    });
  }

  async end(status: 'succeeded' | 'failed' | 'cancelled', error?: string): Promise<void> {
    const manifest = manifestOf(this.facts);
    Object.assign(this.run, { status, ended_at: new Date().toISOString(), manifest, ...(error ? { error } : {}) });
    if (this.options.folder) {
      const file = { format: 'spendscope-run', version: 1, ...this.run };
      writeAtOnce(join(this.options.folder, `${this.run.run_id}.json`), `${JSON.stringify(file, null, 2)}\n`);
    }
    await this.save();
    if (status === 'succeeded') {
      this.checkpoint?.remove();
    }
  }

  /** @param keep is done before the stage is told of, so that what was told of is safe */
  private async recorded<T>(
    name: string,
    work: () => Promise<T>,
    detail: ((result: T) => string) | undefined,
    keep: (result: T) => Promise<void>
  ): Promise<T> {
    const from = performance.now();
    const result = await work();
    const seconds = Math.round(performance.now() - from) / 1000;
    const note = detail?.(result);
    this.run.stages.push({ name, seconds, ...(note ? { detail: note } : {}) });
    await keep(result);
    this.tell(`${name}: ${seconds.toFixed(1)} s${note ? ` · ${note}` : ''}`);
    return result;
  }

  private tell(line: string): void {
    (this.options.note ?? tell)(line);
  }

  private async save(): Promise<void> {
    await this.client?.index({ index: indices.runs.name, id: this.run.run_id, document: this.run, refresh: true });
  }
}
