import { randomUUID } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ListedModel, type Model, type ModelRequest, type ModelRef, indices } from '@spendscope/contracts';
import { ModelRegistry, folderStore, modelsFolder } from '@spendscope/registry';
import { modelContentOf } from '@spendscope/testing';
import type { LightMyRequestResponse } from 'fastify';
import { type Scene, admin, editor, otherAdmin, viewer } from './scene';

export const modelSuite = (scene: () => Scene): void => {
  let seed = 0;
  const folder = (): string => modelsFolder(scene().api.config.stateDir);
  /** As the pipeline opens it: beside the server, on the same folder. */
  const registry = (): ModelRegistry => new ModelRegistry(folderStore(folder()));
  const get = (url: string, as = viewer) => scene().api.call(as, 'GET', url);
  const listed = async (name: string): Promise<ListedModel> =>
    (await get('/v1/models')).json().items.find((item: ListedModel) => item.name === name);

  /** A name with a live version and one beside it, announced as a run does. */
  async function scenario(): Promise<{ name: string; live: ModelRef; better: ModelRef }> {
    const name = `churn_${++seed}`;
    const by = { at: new Date(), by: 'run:r-1', reason: 'Trained on 10 customers.', kind: 'trained' } as const;
    const [live, better] = [
      await registry().save(name, modelContentOf(seed)),
      await registry().save(name, modelContentOf(seed + 1_000)),
    ];
    await registry().makeLive(name, live, by);
    for (const { version, file, content_hash: hash } of [live, better]) {
      const card = { ...modelContentOf(seed).card, run_id: 'r-1' };
      const status = version === live.version ? 'live' : 'retired';
      const document: Model = { model: name, model_version: version, status, trained_at: by.at.toISOString(), rows: 10, content_hash: hash, file, features: ['recency'], card }; // prettier-ignore
      await scene().api.owner.index({ index: indices.models.name, id: `${name}-${version}`, document, refresh: true });
    }
    return { name, live, better };
  }

  const ask = async (
    as: typeof editor,
    name: string,
    version: string,
    etag?: string
  ): Promise<LightMyRequestResponse> =>
    scene().api.call(as, 'POST', `/v1/models/${name}/promotions`, {
      ...{ body: { version, reason: 'finds more of those who left' }, key: randomUUID() },
      headers: { 'if-match': etag ?? (await listed(name)).etag },
    });
  const decide = (
    as: typeof editor,
    { model, id, payload_hash: payloadHash }: ModelRequest,
    decision: string,
    on = scene().api
  ) =>
    on.call(as, 'POST', `/v1/models/${model}/requests/${id}`, { body: { decision, payloadHash }, key: randomUUID() });
  const codeOf = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json().code];
  const liveOf = async (name: string): Promise<string | undefined> => (await registry().head(name)).live?.version;

  it('is promoted by two people, on record, and the history, list and index say so', async () => {
    const { name, live, better } = await scenario();
    const asked = await ask(editor, name, better.version);
    expect([asked.statusCode, asked.json().request.state]).toEqual([202, 'pending']);
    const { request } = asked.json();
    expect(await liveOf(name)).toBe(live.version);
    expect((await listed(name)).requests.map(({ id }) => id)).toEqual([request.id]);
    const approved = await decide(admin, request, 'approve');
    expect([approved.statusCode, approved.json().request.state]).toEqual([200, 'approved']);
    expect(await liveOf(name)).toBe(better.version);
    const history = await get(`/v1/models/${name}/history`);
    expect(history.headers.etag).toBe('"h2"');
    expect(history.json().items[0]).toMatchObject({
      ...{ seq: 2, kind: 'promoted', by: 'user:lee', approved_by: 'user:kim', reason: 'finds more of those who left' },
      live: better,
    });
    const now = await listed(name);
    expect(now).toMatchObject({ live: better, rollbackTo: live, requests: [], etag: '"h2"' });
    expect(now.versions.find(({ alias }) => alias === 'live')).toMatchObject({
      ...{ version: better.version, card: { metrics: { roc_auc: 0.75 } } },
    });
    const published = await scene().api.owner.get<Model>({
      index: indices.models.name,
      id: `${name}-${better.version}`,
    });
    expect(published._source).toMatchObject({ status: 'live', history: [{ seq: 2, kind: 'promoted' }] });
    const retired = await scene().api.owner.get<Model>({ index: indices.models.name, id: `${name}-${live.version}` });
    expect(retired._source!.status).toBe('retired');
    expect(await scene().stages('action=model.promote&actor=lee')).toEqual(['Received:received', 'Decided:allow', 'Completed:pending_approval']); // prettier-ignore
    expect(await scene().stages('action=model.approve&actor=kim')).toEqual(['Received:received', 'Decided:approve', `Completed:${better.version}`]); // prettier-ignore
  });

  it('is rolled back by two people to what was live before', async () => {
    const { name, live, better } = await scenario();
    expect((await decide(admin, (await ask(editor, name, better.version)).json().request, 'approve')).statusCode).toBe(
      200
    );
    const asked = await scene().api.call(editor, 'POST', `/v1/models/${name}/rollbacks`, {
      ...{ body: { reason: 'worse after all' }, key: randomUUID(), headers: { 'if-match': '"h2"' } },
    });
    expect(asked.json().request).toMatchObject({ kind: 'rollback', version: live.version });
    expect((await decide(admin, asked.json().request, 'approve')).json().entry).toMatchObject({
      kind: 'rolled_back',
      live,
    });
    const again = await scene().api.call(editor, 'POST', `/v1/models/${name}/rollbacks`, {
      ...{ body: { reason: 'further' }, key: randomUUID(), headers: { 'if-match': '"h3"' } },
    });
    expect(codeOf(again)).toEqual([409, 'nothing_before']);
  });

  it('is not promoted by one person, by a viewer, or on another request than was read', async () => {
    const { name, live, better } = await scenario();
    expect((await ask(viewer, name, better.version)).json()).toMatchObject({ status: 403, missing: 'models:operate' });
    const { request } = (await ask(admin, name, better.version)).json();
    expect(codeOf(await decide(admin, request, 'approve'))).toEqual([403, 'self_approval']);
    expect(codeOf(await decide(admin, request, 'reject'))).toEqual([403, 'self_approval']);
    expect(codeOf(await decide(otherAdmin, request, 'cancel'))).toEqual([403, 'not_requester']);
    const other = { ...request, payload_hash: 'f'.repeat(64) };
    expect(codeOf(await decide(otherAdmin, other, 'approve'))).toEqual([409, 'payload_differs']);
    expect((await decide(viewer, request, 'approve')).json().missing).toBe('models:operate');
    expect(codeOf(await decide(otherAdmin, { ...request, model: 'churn_0' }, 'approve'))).toEqual([
      404,
      'request_unknown',
    ]);
    expect(await liveOf(name)).toBe(live.version);
    expect(await scene().stages('action=model.approve&actor=kim')).toContain('Denied:self_approval');
  });

  it('stays as it is where the request is rejected or taken back, and neither can be approved any more', async () => {
    const { name, live, better } = await scenario();
    for (const [as, decision, state] of [
      [admin, 'reject', 'rejected'],
      [editor, 'cancel', 'cancelled'],
    ] as const) {
      const { request } = (await ask(editor, name, better.version)).json();
      expect((await decide(as, request, decision)).json().request.state).toBe(state);
      expect(codeOf(await decide(otherAdmin, request, 'approve'))).toEqual([409, 'not_pending']);
    }
    expect((await listed(name)).requests).toEqual([]);
    expect(await liveOf(name)).toBe(live.version);
  });

  it('does not wait for a second person longer than a day', async () => {
    const { name, better } = await scenario();
    const { request } = (await ask(editor, name, better.version)).json();
    scene().api.advance(25 * 3_600_000);
    try {
      expect(codeOf(await decide(admin, request, 'approve'))).toEqual([409, 'request_expired']);
      expect((await listed(name)).requests).toEqual([]);
    } finally {
      scene().api.advance(-25 * 3_600_000);
    }
  });

  it('is refused where the version is unknown, is live already, or was read on an older state', async () => {
    const { name, live, better } = await scenario();
    expect(codeOf(await ask(editor, name, `${name}-00000000`))).toEqual([404, 'model_unknown']);
    expect(codeOf(await ask(editor, name, live.version))).toEqual([409, 'live_already']);
    expect(codeOf(await ask(editor, name, better.version, '"h0"'))).toEqual([412, 'changed_meanwhile']);
    const withoutTag = await scene().api.call(editor, 'POST', `/v1/models/${name}/promotions`, {
      ...{ body: { version: better.version, reason: 'because' }, key: randomUUID() },
    });
    expect(codeOf(withoutTag)).toEqual([428, 'if_match_required']);
    expect(codeOf(await get('/v1/models/nobody/history'))).toEqual([404, 'model_unknown']);
    expect((await get(`/v1/models/${name}/versions/${better.version}`)).json()).toMatchObject({
      ...better,
      formatVersion: 3,
    });
  });

  it('stays live where the file of the other was changed, when it is asked for and when it is approved', async () => {
    const { name, live, better } = await scenario();
    const { request } = (await ask(editor, name, better.version)).json();
    const path = join(folder(), better.file);
    const text = await registry().readText(better.file);
    chmodSync(path, 0o600);
    writeFileSync(path, text.replace('0.75', '0.95'));
    const refused = await decide(admin, request, 'approve');
    expect(codeOf(refused)).toEqual([409, 'model_tampered']);
    expect(refused.json().detail).toBe(`The model ${better.file} was changed after it was saved.`);
    expect(codeOf(await ask(editor, name, better.version))).toEqual([409, 'model_tampered']);
    expect(codeOf(await get(`/v1/models/${name}/versions/${better.version}`))).toEqual([409, 'model_tampered']);
    expect(await liveOf(name)).toBe(live.version);
    expect(await scene().stages('action=model.approve&stage=Failed')).toContain('Failed:model_tampered');
    writeFileSync(path, text);
    expect(codeOf(await decide(admin, request, 'approve'))).toEqual([409, 'not_pending']);
  });

  it('is one of two that were approved at once on two servers; the other approver is told', async () => {
    const { name, better } = await scenario();
    const third = await registry().save(name, modelContentOf(2_000 + seed));
    const requests = [better, third].map(async ({ version }) => (await ask(editor, name, version)).json().request);
    const [one, two] = await Promise.all(requests);
    const replica = await scene().api.replica();
    try {
      const answers = await Promise.all([
        decide(admin, one, 'approve'),
        decide(otherAdmin, two, 'approve', replica as never),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      const [lost] = answers.filter(({ statusCode }) => statusCode === 409);
      expect(lost!.json().code).toBe('live_changed');
      const won = answers.findIndex(({ statusCode }) => statusCode === 200);
      expect(await liveOf(name)).toBe([better, third][won]!.version);
      expect((await registry().history(name)).map(({ seq }) => seq)).toEqual([1, 2]);
      // What was asked for on the older state cannot be approved any more.
      expect((await listed(name)).requests).toEqual([]);
    } finally {
      await replica.stop();
    }
  });

  it('is refused where a run made another live after it was asked for', async () => {
    const { name, better } = await scenario();
    const { request } = (await ask(editor, name, better.version)).json();
    const retrained = await registry().save(name, modelContentOf(3_000 + seed));
    const change = { at: new Date(), by: 'run:r-2', reason: 'Trained again.', kind: 'trained' } as const;
    await registry().makeLive(name, retrained, change);
    expect(codeOf(await decide(admin, request, 'approve'))).toEqual([409, 'live_changed']);
    expect(await liveOf(name)).toBe(retrained.version);
  });

  it('is answered once by an approval that died after the alias had moved', async () => {
    const { name, better } = await scenario();
    const { request } = (await ask(editor, name, better.version)).json();
    const { id, reason, seq } = request as ModelRequest;
    const change = {
      at: new Date(),
      by: 'user:lee',
      approvedBy: 'user:kim',
      request: id,
      reason,
      kind: 'promoted',
      seq,
    } as const;
    await registry().makeLive(name, better, change);
    expect((await decide(admin, request, 'approve')).json()).toMatchObject({
      request: { state: 'approved' },
      entry: { seq: 2 },
    });
    expect(await registry().history(name)).toHaveLength(2);
  });

  it('is not believed where its history was changed, and the others still are', async () => {
    const [broken, whole] = [await scenario(), await scenario()];
    const path = join(folder(), 'history', broken.name, '00000001.json');
    chmodSync(path, 0o600);
    writeFileSync(path, '{}');
    const replica = await scene().api.replica();
    try {
      const items = (await replica.call(viewer, 'GET', '/v1/models')).json().items as ListedModel[];
      expect(items.find(({ name }) => name === broken.name)!.problem).toMatch(/^Entry 1 of the history/);
      expect(items.find(({ name }) => name === whole.name)).toMatchObject({ live: whole.live });
      expect(codeOf(await replica.call(viewer, 'GET', `/v1/models/${broken.name}/history`))).toEqual([
        409,
        'history_tampered',
      ]);
    } finally {
      await replica.stop();
    }
  });

  it('changes nothing while the service only reads', async () => {
    const { name, better } = await scenario();
    const strict = await scene().api.replica({ mode: 'readonly' });
    try {
      const answer = await strict.call(editor, 'POST', `/v1/models/${name}/promotions`, {
        ...{ body: { version: better.version, reason: 'because' }, key: randomUUID(), headers: { 'if-match': '"h1"' } },
      });
      expect(codeOf(answer)).toEqual([403, 'readonly']);
    } finally {
      await strict.stop();
    }
  });
};
