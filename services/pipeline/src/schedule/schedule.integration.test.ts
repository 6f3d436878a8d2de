import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, type JobOccurrence, type JobWish, type Lease, type Run, type ScheduledJob, indices } from '@spendscope/contracts'; // prettier-ignore
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { runToEnd, startCli } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { Scheduler } from './Scheduler';
import type { JobEnd, Launch, LaunchInput } from './launchJob';
import type { Job } from './scheduledJob';
import { testJob } from './testJob';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const api = elasticAs('api');
const used = [
  indices.scheduledJobs,
  indices.jobOccurrences,
  indices.jobWishes,
  indices.jobLeases,
  indices.logs,
  indices.runs,
];
const kim: Actor = { sub: 'user:kim', login: 'kim', type: 'user', role: 'Editor' };
const workspace = new TestWorkspace();

beforeEach(async () => {
  await emptyIndices(
    setup,
    used.map(({ pattern }) => pattern)
  );
  await installTemplates(setup);
});
afterAll(async () => {
  await Promise.all([setup, pipeline, api].map((client) => client.close()));
  workspace.remove();
});

/** Processes that never are: what was started is written down, and ends when the test says so. */
class Stage {
  readonly started: LaunchInput[] = [];
  private readonly ends = new Map<string, (end: JobEnd) => void>();

  /** @param atOnce whether each job is over as soon as it was started */
  constructor(private readonly atOnce = true) {}

  readonly launch: Launch = (input) => {
    this.started.push(input);
    input.onLine(`Doing ${input.command.join(' ')}`);
    const ended = new Promise<JobEnd>((resolve) => this.ends.set(input.occurrenceId, resolve));
    if (this.atOnce) {
      this.end(input.occurrenceId);
    }
    return { ended, stop: () => this.end(input.occurrenceId, { code: 130, signal: null }) };
  };

  end(id: string, end: JobEnd = { code: 0, signal: null }): void {
    this.ends.get(id)!(end);
  }
}

/** Schedulers on one clock, each looking at the same jobs. */
class Clock {
  now = new Date('2026-05-01T00:30:00Z');

  scheduler(stage: Stage, jobs: Job[]): Scheduler {
    return new Scheduler({
      client: pipeline,
      launch: stage.launch,
      jobs: async () => ({ version: '1', jobs }),
      now: () => this.now,
      note: () => {},
      // One process plays several machines here.
      host: randomBytes(4).toString('hex'),
    });
  }

  set(time: string): void {
    this.now = new Date(time);
  }
}

async function occurrences(): Promise<JobOccurrence[]> {
  const found = [...(await allDocuments(setup, indices.jobOccurrences.name)).values()] as unknown as JobOccurrence[];
  return found.sort((a, b) => (a.due_at + a.job_id).localeCompare(b.due_at + b.job_id));
}
const states = async (): Promise<string[]> =>
  (await occurrences()).map(({ due_at, state, reason }) => [due_at.slice(11, 16), state, reason].filter(Boolean).join(' ')); // prettier-ignore
/** Looks of all at once, until what was started is also written down. */
async function look(...schedulers: Scheduler[]): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
  }
}
async function wish(change: Partial<JobWish>, id = randomBytes(8).toString('hex')): Promise<string> {
  const document = { kind: 'run', job_id: 'hourly', occurrence_id: `hourly.asked-${id}`, by: kim, at: '', ...change };
  await api.index({ index: indices.jobWishes.name, id, document, refresh: true });
  return id;
}

describe('two schedulers beside each other', () => {
  it('have exactly one effect for each due time, whoever is quicker', async () => {
    const clock = new Clock();
    const stage = new Stage();
    const jobs = ['a', 'b', 'c'].map((id) => testJob({ id, cron: '*/10 * * * *' }));
    const pair = [clock.scheduler(stage, jobs), clock.scheduler(stage, jobs)];
    await look(...pair);
    for (let minute = 40; minute < 100; minute += 10) {
      clock.set(new Date(Date.UTC(2026, 4, 1, 0, minute, 1)).toISOString());
      for (let turn = 0; turn < 3; turn++) {
        await look(...pair);
      }
    }
    const ids = stage.started.map(({ occurrenceId }) => occurrenceId);
    expect(ids.length).toBe(18);
    expect(new Set(ids).size).toBe(18);
    const found = await occurrences();
    expect(found.map(({ state }) => state)).toEqual(Array(18).fill('succeeded'));
    expect(new Set(found.map(({ claimed_by }) => claimed_by)).size).toBeGreaterThan(0);
  });

  it('do nothing twice where the clock is set back', async () => {
    const clock = new Clock();
    const stage = new Stage();
    const one = clock.scheduler(stage, [testJob()]);
    await look(one);
    clock.set('2026-05-01T01:00:05Z');
    await look(one);
    clock.set('2026-05-01T00:59:50Z');
    await look(one);
    clock.set('2026-05-01T01:00:03Z');
    await look(one, clock.scheduler(stage, [testJob()]));
    expect(stage.started.map(({ occurrenceId }) => occurrenceId)).toEqual(['hourly.20260501t010000z']);
  });
});

describe('an occurrence that is due while the one before runs at another scheduler', () => {
  const overlapping = async (overlap: Job['overlap']): Promise<{ stage: Stage; pair: Scheduler[]; clock: Clock }> => {
    const clock = new Clock();
    const stage = new Stage(false);
    const first = clock.scheduler(stage, [testJob({ overlap })]);
    await look(first);
    clock.set('2026-05-01T01:00:01Z');
    await look(first);
    expect(await states()).toEqual(['01:00 running']);
    // The first one's sign of life, as it would have given it all the while.
    const signed = { doc: { lease_until: '2026-05-01T02:00:40.000Z' } };
    await pipeline.update({ index: indices.jobOccurrences.name, id: 'hourly.20260501t010000z', ...signed });
    const lease: Lease = (await pipeline.get<Lease>({ index: indices.jobLeases.name, id: 'job:hourly' }))._source!;
    await pipeline.index({ index: indices.jobLeases.name, id: 'job:hourly', document: { ...lease, expires_at: '2026-05-01T02:00:40.000Z' } }); // prettier-ignore
    clock.set('2026-05-01T02:00:01Z');
    const second = clock.scheduler(stage, [testJob({ overlap })]);
    await look(second);
    return { stage, pair: [first, second], clock };
  };

  it('is skipped', async () => {
    await overlapping('skip');
    expect(await states()).toEqual(['01:00 running', '02:00 skipped overlap']);
  });

  it('waits for its end', async () => {
    const { stage, pair } = await overlapping('queue');
    expect(await states()).toEqual(['01:00 running', '02:00 queued']);
    stage.end('hourly.20260501t010000z');
    await look(pair[0]!);
    await look(pair[1]!);
    expect(await states()).toEqual(['01:00 succeeded', '02:00 running']);
  });

  it('makes it end', async () => {
    const { pair } = await overlapping('cancel');
    expect(await states()).toEqual(['01:00 running', '02:00 queued']);
    await look(pair[0]!);
    await look(pair[1]!);
    expect(await states()).toEqual(['01:00 cancelled replaced', '02:00 running']);
  });
});

it('makes up for what was missed once, and says what it stands for', async () => {
  const clock = new Clock();
  const stage = new Stage();
  const jobs = [testJob({ missed: 'run_once', missedWithinSec: 3_600 }), testJob({ id: 'strict' })];
  await look(clock.scheduler(stage, jobs));
  clock.set('2026-05-01T04:20:00Z');
  await look(clock.scheduler(stage, jobs));
  expect(await states()).toEqual(['04:00 succeeded', '04:00 skipped missed']);
  expect((await occurrences()).map(({ job_id, folded, late_sec }) => ({ job_id, folded, late_sec }))).toEqual(
    expect.arrayContaining([
      { job_id: 'hourly', folded: 3, late_sec: 1_200 },
      { job_id: 'strict', folded: 3, late_sec: undefined },
    ])
  );
});

it('starts what a person wishes, ends it at another wish, and forgets wishes that are old', async () => {
  const clock = new Clock();
  const stage = new Stage(false);
  const pair = [clock.scheduler(stage, [testJob()]), clock.scheduler(stage, [testJob()])];
  await wish({ at: '2026-05-01T00:10:00.000Z' });
  const id = await wish({ at: clock.now.toISOString() });
  await look(...pair);
  expect(stage.started).toHaveLength(1);
  expect(await occurrences()).toMatchObject([{ state: 'running', trigger: 'person', requested_by: kim }]);
  await wish({ kind: 'cancel', occurrence_id: `hourly.asked-${id}`, at: clock.now.toISOString() });
  await look(...pair);
  expect(await states()).toEqual(['00:30 cancelled asked']);
  expect((await occurrences())[0]).toMatchObject({ cancelled_by: kim, exit_code: 130 });
});

it('keeps what a job said, and fails what takes too long', async () => {
  const clock = new Clock();
  const stage = new Stage(false);
  const one = clock.scheduler(stage, [testJob({ timeoutSec: 60 })]);
  await look(one);
  clock.set('2026-05-01T01:00:00Z');
  await look(one);
  clock.set('2026-05-01T01:01:00Z');
  await look(one);
  expect(await states()).toEqual(['01:00 failed timed_out']);
  const lines = [...(await allDocuments(setup, indices.logs.name)).values()];
  expect(lines).toMatchObject([
    { message: 'Doing doctor', occurrence_id: 'hourly.20260501t010000z', component: 'job' },
  ]);
});

it('shows when jobs are due, and drops what is in no file any more', async () => {
  const clock = new Clock();
  const stage = new Stage();
  const jobs = [testJob({ lateAfterSec: 120 }), testJob({ id: 'off', enabled: false })];
  await look(clock.scheduler(stage, jobs));
  const shown = async (): Promise<ScheduledJob[]> =>
    [...(await allDocuments(setup, indices.scheduledJobs.name)).values()] as unknown as ScheduledJob[];
  const of = (id: string, all: ScheduledJob[]): ScheduledJob | undefined => all.find(({ job_id }) => job_id === id);
  const before = await shown();
  expect(of('hourly', before)?.next_due.slice(0, 2)).toEqual(['2026-05-01T01:00:00.000Z', '2026-05-01T02:00:00.000Z']);
  expect(of('hourly', before)?.late_after).toBe('2026-05-01T01:02:00.000Z');
  expect(of('off', before)).toMatchObject({ next_due: [], enabled: false });
  clock.set('2026-05-01T01:10:00Z');
  await look(clock.scheduler(stage, jobs.slice(0, 1)));
  const after = await shown();
  expect(after.map(({ job_id }) => job_id)).toEqual(['hourly']);
  expect(of('hourly', after)?.late_after).toBe('2026-05-01T02:02:00.000Z');
});

describe('the command', () => {
  const file = join(workspace.root, 'jobs.yaml');
  const kafka = join(workspace.root, 'kafka.yaml');
  // It takes calls and never answers: whoever reads from it waits.
  const silent = createServer(() => {});
  const blocked = (cron: string): string =>
    `version: "1"\njobs:\n  - { id: blocked, command: [ingest, --preset, card, --kafka, ${kafka}], cron: "${cron}" }\n  - { id: models, command: [models, verify], cron: "${cron}" }\n`;
  const said: string[] = [];
  const started: ChildProcess[] = [];
  const startScheduler = (): ChildProcess => {
    const child = startCli(['schedule', '--jobs', file], workspace.root);
    child.stderr!.on('data', (text: Buffer) => said.push(text.toString()));
    started.push(child);
    return child;
  };
  afterAll(() => {
    started.forEach((child) => child.kill('SIGKILL'));
    silent.close();
  });
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let turn = 0; !(await holds()); turn++) {
      if (turn > 200) {
        throw new Error(`It never came: ${holds.toString()}; ${said.join('')}`);
      }
      await sleep(200);
    }
  };
  beforeAll(async () => {
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    writeFileSync(kafka, `brokers: ['127.0.0.1:${(silent.address() as AddressInfo).port}']\n`);
  });

  it('runs a job at once and on record', async () => {
    writeFileSync(file, blocked('0 0 1 1 *'));
    const { code, errors } = await runToEnd(['schedule', '--jobs', file, 'run', 'models'], workspace.root);
    expect([code, errors]).toEqual([0, expect.stringContaining('succeeded')]);
    expect(await occurrences()).toMatchObject([
      { job_id: 'models', trigger: 'command', state: 'succeeded', exit_code: 0 },
    ]);
    const lines = [...(await allDocuments(setup, indices.logs.name)).values()];
    expect(lines).toMatchObject([{ message: 'No model yet.' }]);
  });

  it('says at its next start what became of a job in whose middle it was killed, and frees the job', async () => {
    writeFileSync(file, blocked('0 0 1 1 *'));
    const killed = startScheduler();
    await until(() => shownJobs().then((count) => count === 2));
    const id = await wish({ job_id: 'blocked', at: new Date().toISOString() });
    const runOf = async (): Promise<Run | undefined> =>
      ([...(await allDocuments(setup, indices.runs.name)).values()] as unknown as Run[])[0];
    await until(async () => (await runOf())?.occurrence_id === `blocked.asked-${id}`);
    const [child] = execFileSync('ps', ['-o', 'pid=', '--ppid', String(killed.pid)], { encoding: 'utf8' }).match(/\d+/g)!.map(Number); // prettier-ignore
    const gone = once(killed, 'exit');
    killed.kill('SIGKILL');
    await gone;
    expect(await states()).toEqual([expect.stringMatching(/running$/)]);

    const next = startScheduler();
    const end = once(next, 'exit');
    await until(async () => (await occurrences())[0]?.state !== 'running');
    expect(await occurrences()).toMatchObject([{ state: 'failed', reason: 'lost', run_id: (await runOf())!.run_id }]);
    expect(await allDocuments(setup, indices.jobLeases.name)).toEqual(new Map());
    expect((await runOf())!.status).not.toBe('running');
    // The job itself is no orphan: it ends with the scheduler that started it.
    await until(async () => !isAlive(child!));
    next.kill('SIGTERM');
    expect(await end).toEqual([0, null]);
  });
});

async function shownJobs(): Promise<number> {
  return (await allDocuments(setup, indices.scheduledJobs.name)).size;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
