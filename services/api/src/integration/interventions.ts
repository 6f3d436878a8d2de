import { randomUUID } from 'node:crypto';
import { AuditPage, type Intervention, InterventionResult } from '@spendscope/contracts';
import Value from 'typebox/value';
import { type Scene, account, admin, editor, lockOf, viewer } from './scene';

const many = 50;

export const interventionSuite = (scene: () => Scene): void => {
  it('is active, in force, listed and recorded once it is created', async () => {
    const { api } = scene();
    const body = lockOf(account(), { comment: '의심 거래 😀\n"quoted"', ticket: 'FR-12', durationSec: 3600 });
    const answer = await scene().create(admin, body);
    expect(answer.statusCode).toBe(201);
    expect([...Value.Errors(InterventionResult, answer.json())]).toEqual([]);
    const { intervention } = answer.json() as { intervention: Intervention };
    expect(intervention).toMatchObject({ state: 'active', mode: 'enforce', duration_sec: 3600 });
    expect(intervention.requested_by).toEqual({ sub: 'user:uid-kim', login: 'kim', type: 'user', role: 'Admin' });
    expect(answer.headers.location).toBe(`/v1/interventions/${intervention.id}`);

    const targets = [body.target, account()];
    const states = await api.call(viewer, 'POST', '/v1/states/query', { body: { targets } });
    expect(states.json().states).toEqual([
      expect.objectContaining({
        target: body.target,
        in_force: ['lock_account'],
        interventions: [
          expect.objectContaining({ id: intervention.id, by: 'kim', expires_at: intervention.expires_at }),
        ],
      }),
    ]);

    const page = await api.call(editor, 'GET', `/v1/audit/records?target=${body.target.id}`);
    expect([...Value.Errors(AuditPage, page.json())]).toEqual([]);
    const { items } = page.json() as AuditPage;
    expect(items.map(({ record }) => record.stage)).toEqual(['Completed', 'Executed', 'Decided', 'Received']);
    expect(items[0]).toMatchObject({ comment: '의심 거래 😀\n"quoted"', ticket: 'FR-12', target: body.target.id });
    // The chain itself holds neither the token nor what was said.
    const chained = JSON.stringify(items.map(({ record }) => record));
    expect(chained).not.toContain(body.target.id);
    expect(chained).not.toContain('quoted');

    const list = await api.call(viewer, 'GET', `/v1/interventions?target=${body.target.id}`);
    expect(list.json()).toMatchObject({ total: 1, items: [{ id: intervention.id, state: 'active' }] });
  });

  it('is found again, not doubled, when the same is asked for by somebody else', async () => {
    const { intervention } = await scene().locked();
    const again = await scene().create('choi:Admin', lockOf(intervention.target as never));
    expect(again.statusCode).toBe(200);
    expect(again.json()).toMatchObject({ alreadyActive: true, intervention: { id: intervention.id } });
    const other = await scene().create(admin, lockOf(intervention.target as never, { durationSec: 60 }));
    expect(other.statusCode).toBe(409);
    expect(other.json()).toMatchObject({ code: 'parameters_differ' });
  });

  it('acts only on a target that is as it was read, where the caller says how', async () => {
    const target = account();
    const stepUp = { action: 'require_extra_auth', durationSec: 3_600 };
    const early = await scene().create(admin, lockOf(target, { ifState: ['require_extra_auth'] }));
    expect([early.statusCode, early.json().code]).toEqual([412, 'state_differs']);
    expect(early.json().detail).toContain('nothing');
    expect((await scene().create(admin, lockOf(target, { ...stepUp, ifState: [] }))).statusCode).toBe(201);
    const late = await scene().create(admin, lockOf(target, { ifState: [] }));
    expect([late.statusCode, late.json().code]).toEqual([412, 'state_differs']);
    expect(late.json().detail).toContain('require_extra_auth');
    const plan = await scene().api.call(admin, 'POST', '/v1/interventions?dryRun=true', {
      body: lockOf(target, { ifState: [] }),
    });
    expect(plan.json().conflicts).toEqual(['In force on this account now: require_extra_auth.']);
    expect(await scene().inForce(target)).toEqual(['require_extra_auth']);
    expect(await scene().stages(`target=${target.id}&stage=Failed`)).toEqual(Array(2).fill('Failed:state_differs'));
    // The refusals hold the target for nobody, and what is there already is not found again as what was asked for.
    const key = randomUUID();
    const body = lockOf(target, { ifState: ['require_extra_auth'] });
    const locked = await scene().create(admin, body, key);
    expect(locked.statusCode).toBe(201);
    expect((await scene().create(admin, body, key)).json()).toEqual(locked.json());
    expect((await scene().create(admin, body)).json().code).toBe('state_differs');
  });

  it('is not approved on another state than it was asked for on', async () => {
    const target = account();
    const asked = await scene().create(editor, lockOf(target, { ifState: [], durationSec: 3_600 }));
    expect(asked.statusCode).toBe(202);
    const { id, payload_hash: payloadHash } = asked.json().intervention;
    await scene().create(admin, lockOf(target, { action: 'require_extra_auth', durationSec: 3_600 }));
    const decide = (decision: string) =>
      scene().api.call(admin, 'POST', `/v1/approvals/${id}`, {
        body: { decision, payloadHash },
        key: randomUUID(),
        headers: { 'if-match': String(asked.headers.etag) },
      });
    const approved = await decide('approve');
    expect([approved.statusCode, approved.json().code]).toEqual([412, 'state_differs']);
    expect(await scene().stages(`intervention=${id}&action=approve`)).toContain('Denied:state_differs');
    expect((await decide('reject')).json().intervention.state).toBe('rejected');
  });

  it(`is one, however many ask for it at once with keys of their own (${many})`, async () => {
    const target = account();
    const answers = await Promise.all(Array.from({ length: many }, () => scene().create(admin, lockOf(target))));
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1);
    const ids = answers.filter((answer) => answer.statusCode < 300).map((answer) => answer.json().intervention.id);
    expect(new Set(ids).size).toBe(1);
    const found = answers.filter((answer) => answer.statusCode === 200);
    // On a slow machine some may be told to ask again.
    const busy = answers.filter((answer) => answer.statusCode === 409 && answer.json().code === 'in_progress');
    expect(found.length + busy.length).toBe(many - 1);
    const outcomes = await scene().stages(`target=${target.id}`);
    expect(outcomes.filter((stage) => stage === 'Executed:enforce')).toHaveLength(1);
    expect(outcomes.filter((stage) => stage === 'Received:received')).toHaveLength(many);
    expect(outcomes.filter((stage) => stage === 'Completed:already_active')).toHaveLength(found.length);
  });

  it(`happens once for ${many} clicks with one key, and later clicks replay its answer`, async () => {
    const [body, key] = [lockOf(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: many }, () => scene().create(admin, body, key)));
    const created = answers.filter((answer) => answer.statusCode === 201);
    const inFlight = answers.filter((answer) => answer.statusCode === 409);
    expect(created.length + inFlight.length).toBe(many);
    expect(created.filter((answer) => !answer.headers['idempotent-replayed'])).toHaveLength(1);
    expect(
      inFlight.every((answer) => answer.json().code === 'request_in_flight' && answer.headers['retry-after'])
    ).toBe(true);
    expect(await scene().stages(`target=${body.target.id}`)).toEqual([
      'Received:received',
      'Decided:allow',
      'Executed:enforce',
      'Completed:active',
    ]);
    const later = await scene().create(admin, body, key);
    expect(later.statusCode).toBe(201);
    expect(later.headers['idempotent-replayed']).toBe('true');
    expect(later.json()).toEqual(created[0]!.json());
  });

  it('is one also where two servers are asked at once, and their records make one chain', async () => {
    const { api } = scene();
    const replica = await api.replica();
    const [body, key] = [lockOf(), randomUUID()];
    const servers = [api, replica];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, call) =>
        servers[call % 2]!.call(admin, 'POST', '/v1/interventions', { body, key: call < 10 ? key : randomUUID() })
      )
    );
    await replica.stop();
    expect(
      answers.filter((answer) => answer.statusCode === 201 && !answer.headers['idempotent-replayed'])
    ).toHaveLength(1);
    expect(answers.every((answer) => [200, 201, 409].includes(answer.statusCode))).toBe(true);
    const outcomes = await scene().stages(`target=${body.target.id}`);
    expect(outcomes.filter((stage) => stage === 'Executed:enforce')).toHaveLength(1);
    expect(await api.services.audit.verifier.verify()).toMatchObject({ ok: true });
  });

  it('wants an Idempotency-Key, and refuses one that came with another payload', async () => {
    const { api } = scene();
    const without = await api.call(admin, 'POST', '/v1/interventions', { body: lockOf() });
    expect([without.statusCode, without.json().code]).toEqual([400, 'idempotency_key_required']);
    const key = randomUUID();
    expect((await scene().create(admin, lockOf(), key)).statusCode).toBe(201);
    const reused = await scene().create(admin, lockOf(), key);
    expect([reused.statusCode, reused.json().code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('is taken over under the same id where the first process stalled', async () => {
    const { api } = scene();
    const [body, key] = [lockOf(), randomUUID()];
    const { store } = api.services.interventions;
    // The process stalls after the connector: nothing that follows is written.
    let awake: (moved: undefined) => void = () => undefined;
    const stalls = jest.spyOn(store, 'move').mockImplementation(() => new Promise((resolve) => (awake = resolve)));
    const stalled = scene().create(admin, body, key);
    while (stalls.mock.calls.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    stalls.mockRestore();
    expect((await scene().create(admin, body, key)).statusCode).toBe(409);
    api.advance(61_000);
    const again = await scene().create(admin, body, key);
    expect(again.statusCode).toBe(201);
    expect(again.json().intervention.state).toBe('active');
    // The stalled one wakes up and finds its work done by the other.
    awake(undefined);
    expect((await stalled).json().intervention.id).toBe(again.json().intervention.id);
    const state = await api.services.states.get(body.target);
    expect(state.interventions.map((entry) => entry.id)).toEqual([again.json().intervention.id]);
  });

  it('changes nothing as a dry run, and says what it would do', async () => {
    const { api } = scene();
    const body = lockOf();
    const plan = await api.call(editor, 'POST', '/v1/interventions?dryRun=true', { body });
    expect(plan.json()).toMatchObject({ allowed: true, needsApproval: true, conflicts: [], mode: 'enforce' });
    expect(plan.json().approvers).toEqual(['Admin']);
    const own = (await api.call(admin, 'POST', '/v1/interventions?dryRun=true', { body: lockOf() })).json();
    expect([own.needsApproval, own.approvers]).toEqual([false, []]);
    expect(plan.json().effects[0]).toContain('cannot sign in');
    expect(await scene().inForce(body.target)).toEqual([]);
    expect((await api.call(viewer, 'GET', `/v1/interventions?target=${body.target.id}`)).json().total).toBe(0);
    expect(await scene().stages(`target=${body.target.id}`)).toEqual(['Completed:dry_run_needs_approval']);
  });

  it('comes in batches with a result for each', async () => {
    const { api } = scene();
    const [one, other] = [lockOf(), lockOf()];
    const items = [one, other, one, { ...lockOf(), target: { type: 'transaction', id: 'T-1' } }];
    const answer = await api.call(admin, 'POST', '/v1/interventions/batch', { body: { items }, key: randomUUID() });
    expect(answer.statusCode).toBe(200);
    const results = answer.json().items as { status: number; problem?: { code: string } }[];
    expect(results.map((item) => item.status).sort()).toEqual([200, 201, 201, 422]);
    expect(results[3]!.problem!.code).toBe('target_not_supported');
    expect(await scene().inForce(other.target)).toEqual(['lock_account']);
  });

  it('has a short form', async () => {
    const { api } = scene();
    const { id } = account();
    const short = { user: id, action: 'require_extra_auth', reason: 'odd hours' };
    const answer = await api.call(admin, 'POST', '/v1/intervene', { body: short, key: randomUUID() });
    expect(answer.statusCode).toBe(201);
    expect(answer.json().intervention).toMatchObject({ action: 'require_extra_auth', reason_code: 'other' });
    const page = await api.call(admin, 'GET', `/v1/audit/records?target=${id}&size=1`);
    expect((page.json() as AuditPage).items[0]!.comment).toBe('odd hours');
  });

  it('leafs through the list without doubling or skipping', async () => {
    const { api } = scene();
    const target = account();
    for (const [action, durationSec] of [
      ['lock_account', 60],
      ['require_extra_auth', 60],
    ] as const) {
      await scene().create(admin, lockOf(target, { action, durationSec }));
    }
    const url = `/v1/interventions?target=${target.id}&size=1`;
    const first = (await api.call(viewer, 'GET', url)).json();
    const second = (await api.call(viewer, 'GET', `${url}&cursor=${first.cursor}`)).json();
    expect([first.items[0].action, second.items[0].action].sort()).toEqual(['lock_account', 'require_extra_auth']);
    const wrong = await api.call(viewer, 'GET', `${url}&cursor=e30`);
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'cursor_unreadable']);
  });
};
