import { randomUUID } from 'node:crypto';
import { type JobOccurrence, JobList, type JobWish, OccurrenceReport, type ScheduledJob, indices } from '@spendscope/contracts'; // prettier-ignore
import { scheduledJobOf } from '@spendscope/testing';
import Value from 'typebox/value';
import { type Scene, editor, viewer } from './scene';

const used = [indices.scheduledJobs, indices.jobOccurrences, indices.jobWishes, indices.logs];

export const jobSuite = (scene: () => Scene): void => {
  const owner = () => scene().api.owner;
  const now = (): number => scene().api.services.now().getTime();
  const iso = (afterMs = 0): string => new Date(now() + afterMs).toISOString();
  const get = (path: string) => scene().api.call(viewer, 'GET', path);
  const post = (as: typeof editor, url: string, body: object, key: string = randomUUID()) =>
    scene().api.call(as, 'POST', url, { body, key });
  const put = async (index: string, id: string, document: object): Promise<void> =>
    void (await owner().index({ index, id, document, refresh: true }));
  const jobOf = (change: Partial<ScheduledJob> = {}): ScheduledJob =>
    scheduledJobOf({
      time_zone: 'Asia/Seoul',
      known_since: iso(-86_400_000),
      next_due: [iso(3_600_000)],
      late_after: iso(3_900_000),
      seen_at: iso(),
      ...change,
    });
  const occurrenceOf = (id: string, change: Partial<JobOccurrence> = {}): JobOccurrence => ({
    occurrence_id: id,
    job_id: 'nightly',
    due_at: iso(-60_000),
    trigger: 'schedule',
    state: 'succeeded',
    command: ['analyze'],
    claimed_at: iso(-60_000),
    claimed_by: 'one',
    host: 'a',
    ...change,
  });
  const show = (change: Partial<ScheduledJob> = {}): Promise<void> =>
    put(indices.scheduledJobs.name, change.job_id ?? 'nightly', jobOf(change));
  const happened = (id: string, change: Partial<JobOccurrence> = {}): Promise<void> =>
    put(indices.jobOccurrences.name, id, occurrenceOf(id, change));
  const wishes = async (): Promise<JobWish[]> =>
    (await owner().search<JobWish>({ index: indices.jobWishes.name })).hits.hits.map((hit) => hit._source!);
  const empty = async (): Promise<void> => {
    const query = { match_all: {} };
    for (const { name } of used) {
      const { hits } = await owner().search({
        index: name,
        size: 500,
        _source: false,
        query,
        ignore_unavailable: true,
      });
      await Promise.all(hits.hits.map(({ _id: id }) => owner().delete({ index: name, id: id!, refresh: true })));
    }
  };
  beforeEach(empty);
  afterAll(empty);

  it('has no jobs before a scheduler showed any', async () => {
    expect((await get('/v1/jobs')).json()).toEqual({ items: [], schedulerAway: true });
  });

  it('is shown with when it is due, how its last runs went, and whether it is late', async () => {
    await show();
    await show({ job_id: 'overdue', late_after: iso(-1_000), seen_at: iso(-1_000) });
    await happened('nightly.20260501t020000z', { seconds: 40, ended_at: iso(-20_000), claimed_at: iso(-90_000) });
    await happened('nightly.20260502t020000z', { state: 'failed', reason: 'lost', ended_at: iso(-1_000) });
    const list = (await get('/v1/jobs')).json() as JobList;
    expect([...Value.Errors(JobList, list)]).toEqual([]);
    expect(list.items.map(({ job, condition, history }) => [job.job_id, condition, history.map(({ state }) => state)])).toEqual([
      ['nightly', 'failed', ['succeeded', 'failed']],
      ['overdue', 'late', []],
    ]); // prettier-ignore
    expect(list).toMatchObject({ schedulerAway: false });
    expect((await get('/v1/occurrences?job=nightly&state=failed')).json()).toMatchObject({
      total: 1,
      items: [{ occurrence_id: 'nightly.20260502t020000z' }],
    });
    expect((await get('/v1/occurrences?job=Nightly')).statusCode).toBe(400);
  });

  it('shows what a run said, in its order', async () => {
    const id = 'nightly.20260501t020000z';
    await happened(id);
    for (const [place, message] of ['one', 'two', 'three'].entries()) {
      const line = { '@timestamp': iso(), component: 'job', level: 'info', message, occurrence_id: id };
      await put(indices.logs.name, `${id}-00000${place}`, line);
    }
    const report = (await get(`/v1/occurrences/${id}`)).json() as OccurrenceReport;
    expect([...Value.Errors(OccurrenceReport, report)]).toEqual([]);
    expect([report.lines.map(({ message }) => message), report.totalLines]).toEqual([['one', 'two', 'three'], 3]);
    expect((await get('/v1/occurrences/nightly.20260509t020000z')).json()).toMatchObject({ code: 'run_unknown' });
  });

  it('is started by a wish that is written down once, on record before and after', async () => {
    await show();
    const key = randomUUID();
    const first = await post(editor, '/v1/runs', { job: 'nightly', reason: 'late data' }, key);
    const again = await post(editor, '/v1/runs', { job: 'nightly', reason: 'late data' }, key);
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([202, 202, first.json()]);
    const { occurrenceId } = first.json();
    expect(occurrenceId).toMatch(/^nightly\.asked-[0-9a-f]{16}$/);
    expect(await wishes()).toMatchObject([{ kind: 'run', job_id: 'nightly', occurrence_id: occurrenceId, by: { login: 'lee' } }]); // prettier-ignore
    expect(await scene().stages('action=job.run/nightly')).toEqual([
      'Received:received',
      'Decided:allow',
      `Completed:${occurrenceId}`,
    ]);
  });

  it('is cancelled by a wish, found by its run too', async () => {
    await show();
    const id = 'nightly.20260501t020000z';
    await happened(id, { state: 'running', run_id: '20260501t020001-9f3a' });
    const answer = await post(editor, '/v1/runs/20260501t020001-9f3a/cancellations', {});
    expect([answer.statusCode, answer.json().occurrenceId]).toEqual([202, id]);
    expect(await wishes()).toMatchObject([{ kind: 'cancel', occurrence_id: id }]);
    const busy = await post(editor, '/v1/runs', { job: 'nightly' });
    expect([busy.statusCode, busy.json().code]).toEqual([409, 'job_active']);
    await happened(id, { state: 'succeeded' });
    const over = await post(editor, `/v1/runs/${id}/cancellations`, {});
    expect([over.statusCode, over.json().code]).toEqual([409, 'run_over']);
  });

  it('is not started for who may not, for a job that is none, or where no scheduler is there', async () => {
    await show({ seen_at: iso(-121_000) });
    const refused = await post(viewer, '/v1/runs', { job: 'nightly' });
    expect([refused.statusCode, refused.json().missing]).toEqual([403, 'models:operate']);
    const cancel = await post(viewer, '/v1/runs/nightly.20260501t020000z/cancellations', {});
    expect([cancel.statusCode, cancel.json().missing]).toEqual([403, 'models:operate']);
    const unknown = await post(editor, '/v1/runs', { job: 'weekly' });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'job_unknown']);
    const away = await post(editor, '/v1/runs', { job: 'nightly' });
    expect([away.statusCode, away.json().code]).toEqual([409, 'scheduler_away']);
    expect((await post(editor, '/v1/runs', { job: 'nightly', command: ['rm'] })).statusCode).toBe(400);
    expect(await wishes()).toEqual([]);
  });

  it('goes by the policy too', async () => {
    await show();
    const { services } = scene().api;
    const policy = jest.spyOn(services.policy, 'current', 'get').mockReturnValue({
      ...{ version: 'strict', format: 2, rules: [{ roles: ['Editor'], acts: ['label'], effect: 'allow' }] },
    });
    try {
      const denied = await post(editor, '/v1/runs', { job: 'nightly' });
      expect([denied.statusCode, denied.json().missing]).toEqual([403, 'policy:operate_jobs']);
    } finally {
      policy.mockRestore();
    }
    expect(await wishes()).toEqual([]);
  });
};
