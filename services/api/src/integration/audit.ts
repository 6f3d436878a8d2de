import {
  AuditVerification,
  type AuditBlock,
  type AuditCheckpoint,
  type AuditPage,
  indices,
} from '@spendscope/contracts';
import { Leases } from '@spendscope/elastic';
import Value from 'typebox/value';
import { DailyVerification } from '../modules/audit/DailyVerification';
import { numberedId } from '../modules/audit/chain';
import { ChainWalk } from '../modules/audit/verifyChain';
import { Workers } from '../workers/Workers';
import { readBacklog } from '../workers/readBacklog';
import { type Scene, account, admin, editor, lockOf } from './scene';

const { name: index } = indices.audit;
const writes = (blocked: boolean) => ({ index, settings: { 'index.blocks.write': blocked } });

export const auditSuite = (scene: () => Scene): void => {
  const verify = async (): Promise<AuditVerification> =>
    (await scene().api.call(admin, 'GET', '/v1/audit/verify')).json() as AuditVerification;

  /** What a server says that has not verified itself: the kept verdict, its reason, and its gauge. */
  const verdictElsewhere = async (): Promise<unknown[]> => {
    const replica = await scene().api.replica();
    const { audit, metrics } = replica.services;
    const judged = (ok: boolean): void => metrics.auditChainOk.set(ok ? 1 : 0);
    await new DailyVerification({ ...replica.services, verifier: audit.verifier, judged }).runIfDue();
    const kept = (await replica.services.controls.read('audit_chain'))!.document;
    const gauge = await metrics.auditChainOk.get();
    await replica.stop();
    return [kept.value, kept.reason, gauge.values[0]!.value];
  };

  it('signs what is new when the server stops, and gives its lease back', async () => {
    const { services, app } = scene().api;
    const { checkpoints } = await verify();
    const workers = new Workers(services, app.log);
    workers.start();
    await scene().locked();
    await workers.stop();
    expect(await verify()).toMatchObject({ ok: true, checkpoints: checkpoints + 1 });
    const other = new Leases(services.client, 'another process', services.now);
    expect(await other.acquire('housekeeping', 60)).toBe(true);
    expect(await services.leases.acquire('housekeeping', 60)).toBe(false);
    scene().api.advance(61_000);
    expect(await services.leases.acquire('housekeeping', 60)).toBe(true);
    expect(await other.acquire('housekeeping', 60)).toBe(false);
    await services.leases.release('housekeeping');
  });

  it('verifies all that was done, and is signed', async () => {
    const { checkpointer } = scene().api.services.audit;
    const { checkpoints } = await verify();
    await scene().locked();
    await checkpointer.checkpoint();
    await scene().locked();
    const verdict = await verify();
    expect([...Value.Errors(AuditVerification, verdict)]).toEqual([]);
    expect(verdict).toMatchObject({ ok: true, checkpoints: checkpoints + 1 });
    expect(verdict.unsignedBlocks).toBeGreaterThan(0);
    await checkpointer.checkpoint();
    expect(await verify()).toMatchObject({ ok: true, checkpoints: checkpoints + 2 });
    const list = await scene().api.call(editor, 'GET', '/v1/audit/checkpoints');
    expect(list.json().total).toBe(checkpoints + 2);
  });

  it('names what somebody who owns the whole store changes, deletes or cuts off', async () => {
    const { owner, services } = scene().api;
    await services.audit.checkpointer.checkpoint();
    const head = await services.audit.log.currentHead();
    const at = Math.floor(head.block / 2);
    const read = async (number: number): Promise<AuditBlock> =>
      (await owner.get<AuditBlock>({ index, id: numberedId(number) }))._source!;
    const put = (number: number, document: AuditBlock) => owner.index({ index, id: numberedId(number), document });
    const [block, next, last] = [await read(at), await read(at + 1), await read(head.block)];

    const [first, ...rest] = block.records;
    await put(at, { ...block, records: [{ ...first!, actor: { ...first!.actor, login: 'nobody' } }, ...rest] });
    expect((await verify()).firstBreak).toMatchObject({ block: at, kind: 'changed' });
    expect(await verdictElsewhere()).toEqual(['broken', `Block ${at}: changed.`, 0]);

    await put(at, next);
    await put(at + 1, block);
    expect((await verify()).firstBreak).toMatchObject({ block: at, kind: 'reordered' });
    await put(at + 1, next);

    await owner.delete({ index, id: numberedId(at) });
    expect((await verify()).firstBreak).toMatchObject({ block: at, kind: 'missing' });
    await put(at, block);

    await owner.delete({ index, id: numberedId(head.block) });
    expect((await verify()).firstBreak).toMatchObject({ block: head.block, kind: 'truncated' });
    await put(head.block, last);
    expect((await verify()).ok).toBe(true);
    expect((await verdictElsewhere()).slice(0, 1)).toEqual(['intact']);
  });

  it('proves a range by its link and the next checkpoint, names a break in it, and sees none outside it', async () => {
    const { api } = scene();
    const { services, owner } = api;
    const ask = (query: string) => api.call(admin, 'GET', `/v1/audit/verify?${query}`);
    const range = async (from: number, to: number): Promise<AuditVerification> =>
      (await ask(`from=${from}&to=${to}`)).json();
    await services.audit.checkpointer.checkpoint();
    const signed = await services.audit.log.currentHead();
    await scene().locked();
    const head = await services.audit.log.currentHead();
    const at = Math.floor(signed.block / 2);
    const block = (await owner.get<AuditBlock>({ index, id: numberedId(at) }))._source!;
    const inSigned = await range(block.first_seq, block.last_seq);
    expect([...Value.Errors(AuditVerification, inSigned)]).toEqual([]);
    expect(inSigned).toMatchObject({
      ...{ ok: true, blocks: 1, records: block.records.length, headHash: block.hash, unsignedBlocks: 0 },
      range: { from: block.first_seq, to: block.last_seq, firstBlock: at, lastBlock: at, signedAt: expect.any(String) },
    });
    const unsigned = await range(signed.lastSeq + 1, Number.MAX_SAFE_INTEGER);
    expect(unsigned).toMatchObject({ ok: true, range: { to: (await services.audit.log.currentHead()).lastSeq } });
    expect(unsigned.unsignedBlocks).toBeGreaterThan(0);
    expect(unsigned.range!.signedAt).toBeUndefined();
    expect(unsigned.range!.proves).toContain('No checkpoint covers its end');

    const [first, ...rest] = block.records;
    const changed = { ...block, records: [{ ...first!, result: 'something else' }, ...rest] };
    await owner.index({ index, id: numberedId(at), document: changed });
    expect((await range(block.first_seq, block.first_seq)).firstBreak).toMatchObject({ block: at, kind: 'changed' });
    expect((await range(block.last_seq + 1, block.last_seq + 1)).firstBreak).toMatchObject({
      block: at,
      kind: 'changed',
    });
    // What it does not prove: the break lies outside.
    expect(await range(signed.lastSeq + 1, head.lastSeq)).toMatchObject({ ok: true });
    expect((await verify()).ok).toBe(false);
    await owner.delete({ index, id: numberedId(at) });
    expect((await range(block.first_seq, block.last_seq)).firstBreak).toMatchObject({ block: at, kind: 'missing' });
    await owner.index({ index, id: numberedId(at), document: block });
    expect((await verify()).ok).toBe(true);
    expect((await ask('from=9&to=8')).json().code).toBe('range_invalid');
    expect((await ask('from=900000000')).json().code).toBe('range_empty');
    expect((await ask('from=-1')).statusCode).toBe(400);
  });

  it('tells Prometheus how acts ended, how long a request has waited, and of a head that was not signed', async () => {
    const { api } = scene();
    const { metrics, audit, client } = api.services;
    const figure = async (line: string): Promise<number> =>
      Number(new RegExp(`^${line} (\\S+)$`, 'm').exec(await metrics.registry.metrics())?.[1] ?? 0);
    const acts = (outcome: string) =>
      figure(`spendscope_act_seconds_count\\{action="lock_account",outcome="${outcome}"\\}`);
    const [completed, denied] = [await acts('completed'), await acts('denied')];
    await scene().locked();
    const asked = (await scene().create(editor, lockOf())).json().intervention;
    expect([await acts('completed'), await acts('denied')]).toEqual([completed + 2, denied]);
    api.advance(3_600_000);
    await readBacklog(api.services);
    const waited = (api.services.now().getTime() - Date.parse(asked.requested_at)) / 1_000;
    expect(await figure('spendscope_approval_age_seconds')).toBeGreaterThanOrEqual(waited - 60);
    expect(await figure('spendscope_audit_lag_seconds')).toBe(0);
    const away = jest.spyOn(client, 'create').mockRejectedValue(new Error('away'));
    const failures = await figure('spendscope_checkpoint_errors_total');
    await expect(audit.checkpointer.checkpoint()).rejects.toThrow('away');
    away.mockRestore();
    expect(await figure('spendscope_checkpoint_errors_total')).toBe(failures + 1);
    const { etag } = await scene().read(asked.id);
    const cancelled = { body: {}, key: asked.id, headers: { 'if-match': etag } };
    expect((await api.call(editor, 'POST', `/v1/cancellations/${asked.id}`, cancelled)).statusCode).toBe(200);
  });

  it('is verified once a day, on all servers together, however often they start', async () => {
    const { api } = scene();
    const replica = await api.replica();
    const verified = [api, replica].map(({ services }) => jest.spyOn(services.audit.verifier, 'verify'));
    const started = async (): Promise<number> => {
      for (const { services, app } of [api, replica]) {
        const workers = new Workers(services, app.log);
        workers.start();
        await workers.stop();
      }
      return verified.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    };
    await verify();
    const asked = verified[0]!.mock.calls.length;
    expect(await started()).toBe(asked);
    api.advance(86_400_000);
    expect(await started()).toBe(asked + 1);
    expect(await started()).toBe(asked + 1);
    verified.forEach((spy) => spy.mockRestore());
    await replica.stop();
  });

  it('shows when a server began and ended to serve, in which mode', async () => {
    const { services, app } = scene().api;
    const workers = new Workers(services, app.log);
    const before = await scene().stages('action=service.stop');
    workers.start();
    await workers.stop();
    const { items } = (
      await scene().api.call(admin, 'GET', '/v1/audit/records?actor=system:service')
    ).json() as AuditPage;
    const [stop, start] = items.map(({ record }) => record);
    expect(start).toMatchObject({ action: 'service.start', stage: 'Completed', state_after: 'enforce' });
    expect(start!.result).toMatch(/^\d+\.\d+\.\d+$/);
    expect(stop).toMatchObject({ action: 'service.stop', state_before: 'enforce', request_id: start!.request_id });
    expect(await scene().stages('action=service.stop')).toHaveLength(before.length + 1);
    const newest = (await services.audit.checkpoints.newest())!.checkpoint;
    expect(newest.last_seq).toBeGreaterThanOrEqual(stop!.seq);
  });

  it('names the trace of a call in its records, and hands it on to whom a connector calls', async () => {
    const { services, call } = scene().api;
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const handedOn: string[] = [];
    const real = services.interventions.connectorFor;
    const connector = jest.spyOn(services.interventions, 'connectorFor').mockImplementation((mode, action) => ({
      ...real(mode, action),
      apply: async (intervention, traceparent) => {
        handedOn.push(traceparent);
        await real(mode, action).apply(intervention, traceparent);
      },
    }));
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    const body = lockOf();
    const answer = await call(admin, 'POST', '/v1/interventions', { body, key: 'traced', headers });
    connector.mockRestore();
    expect(handedOn).toEqual([expect.stringMatching(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`))]);
    const { id } = answer.json().intervention;
    const page = (await call(admin, 'GET', `/v1/audit/records?intervention=${id}`)).json() as AuditPage;
    expect(page.items.map(({ record }) => record.trace_id)).toEqual(Array(4).fill(trace));
    // What the service does by itself begins a trace of its own.
    const [own] = (await call(admin, 'GET', '/v1/audit/records?action=service.start')).json().items;
    expect(own.record.trace_id).toBe(own.record.request_id.replaceAll('-', ''));
  });

  it('says since when a log waits for its first verdict, however often that fails, until there is one', async () => {
    const { owner, services, advance, app } = scene().api;
    const { audit, controls } = services;
    await owner.delete({ index: indices.controls.name, id: 'audit_chain', refresh: true }, { ignore: [404] });
    const away = { verify: () => Promise.reject(new Error('the bucket is away')) };
    const daily = (verifier: typeof away | typeof audit.verifier): Promise<unknown> =>
      new DailyVerification({ ...services, verifier: verifier as typeof audit.verifier, judged }).runIfDue();
    const judged = jest.fn();
    const kept = async (): Promise<unknown[]> => {
      const { value, changed_at } = (await controls.read('audit_chain'))!.document;
      return [value, changed_at];
    };
    const age = async (): Promise<number> => {
      const { body } = await app.inject({ url: '/metrics' });
      return Number(/^spendscope_audit_verified_age_seconds (\S+)$/m.exec(body)![1]);
    };
    await expect(daily(away)).rejects.toThrow('the bucket is away');
    const [value, since] = await kept();
    expect([value, await age()]).toEqual(['unverified', -1]);
    advance(3_600_000);
    await expect(daily(away)).rejects.toThrow('the bucket is away');
    expect(await kept()).toEqual(['unverified', since]);
    expect(judged).not.toHaveBeenCalled();
    expect(await daily(audit.verifier)).toMatchObject({ ok: true });
    expect((await kept())[0]).toBe('intact');
    expect(await age()).toBeGreaterThanOrEqual(0);
  });

  it('cannot be changed or deleted with the service’s own rights', async () => {
    const { client } = scene().api.services;
    const id = numberedId(0);
    const forbidden = { statusCode: 403 };
    await expect(client.index({ index, id, document: {} })).rejects.toMatchObject(forbidden);
    await expect(client.update({ index, id, doc: { hash: 'x' } })).rejects.toMatchObject(forbidden);
    await expect(client.delete({ index, id })).rejects.toMatchObject(forbidden);
    await expect(client.indices.delete({ index })).rejects.toMatchObject(forbidden);
    await expect(client.indices.putSettings(writes(true))).rejects.toMatchObject(forbidden);
  });

  it('stops every act while it cannot be written, and goes on afterwards', async () => {
    const { api } = scene();
    const target = account();
    await api.owner.indices.putSettings(writes(true));
    try {
      const answer = await scene().create(admin, lockOf(target));
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'audit_unavailable']);
      expect(answer.headers['retry-after']).toBe('5');
      expect(await scene().inForce(target)).toEqual([]);
      expect((await api.app.inject({ url: '/readyz' })).statusCode).toBe(503);
      expect((await api.call(admin, 'GET', '/v1/audit/records')).statusCode).toBe(503);
      const health = await api.call(admin, 'GET', '/v1/health');
      const store = health.json().checks.find((check: { id: string }) => check.id === 'audit-store');
      expect(store).toMatchObject({ status: 'down', fix: expect.any(String) });
    } finally {
      await api.owner.indices.putSettings(writes(false));
    }
    expect((await api.app.inject({ url: '/readyz' })).statusCode).toBe(200);
    expect((await scene().create(admin, lockOf(target))).statusCode).toBe(201);
    expect((await verify()).ok).toBe(true);
  });

  it('records who searches it, once for all pages of a search', async () => {
    const { api } = scene();
    const reader = 'reader:Admin';
    const url = '/v1/audit/records?action=lock_account&size=2';
    const first = (await api.call(reader, 'GET', url)).json();
    expect(first.items).toHaveLength(2);
    const second = (await api.call(reader, 'GET', `${url}&before=${first.nextBefore}`)).json();
    expect(second.items[0].record.seq).toBeLessThan(first.items[1].record.seq);
    expect(second.total).toBe(first.total);
    expect(await scene().stages('actor=reader')).toEqual(['Completed:read']);
  });

  it('is exported whole, with the checkpoint that signs it, to who may read it, and each export is recorded', async () => {
    const { api } = scene();
    const exporter = 'exporter:Editor';
    await api.services.audit.checkpointer.checkpoint();
    const exported = async (): Promise<unknown[]> => {
      const answer = await api.call(exporter, 'GET', '/v1/audit/export');
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/jsonl']);
      return answer.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    };
    const lines = await exported();
    const { checkpoint } = lines.pop() as { checkpoint: AuditCheckpoint };
    const blocks = lines as AuditBlock[];
    expect(blocks.map(({ block }) => block)).toEqual(blocks.map((_block, number) => number));
    expect(blocks[checkpoint.last_block]!.hash).toBe(checkpoint.head_hash);
    const stored = (number: number, block: AuditBlock) => ({ id: numberedId(number), block });
    const walk = new ChainWalk();
    blocks.forEach((block, number) => walk.take(stored(number, block)));
    expect([walk.firstBreak, walk.head.block]).toEqual([undefined, blocks.length - 1]);
    await exported();
    expect(await scene().stages('actor=exporter&action=audit.export')).toEqual(['Completed:read', 'Completed:read']);
    expect((await api.call('park:Viewer', 'GET', '/v1/audit/export')).json()).toMatchObject({ missing: 'audit:read' });
    const ranged = await api.call(admin, 'GET', '/v1/audit/verify?from=2026-01-01T00:00:00Z');
    expect([ranged.statusCode, ranged.json().detail]).toEqual([400, 'querystring/from must be integer.']);
  });
};
