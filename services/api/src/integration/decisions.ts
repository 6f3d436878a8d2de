import { DecisionAnswer, indices } from '@spendscope/contracts';
import { createElasticClient } from '@spendscope/elastic';
import Value from 'typebox/value';
import { DecisionView } from '../modules/decisions/DecisionView';
import { testServiceToken } from '../testing/startTestApi';
import { type Scene, account, admin, lockOf } from './scene';

export const decisionSuite = (scene: () => Scene): void => {
  const ask = async (user: string, transaction?: string): Promise<DecisionAnswer> => {
    const answer = await scene().api.app.inject({
      url: `/v1/decisions/${user}${transaction ? `?transaction=${transaction}` : ''}`,
      headers: { authorization: `Bearer ${testServiceToken}` },
    });
    expect(answer.statusCode).toBe(200);
    expect([...Value.Errors(DecisionAnswer, answer.json())]).toEqual([]);
    return answer.json() as DecisionAnswer;
  };
  const seen = async (): Promise<void> => {
    await scene().api.owner.indices.refresh({ index: indices.states.name });
    await scene().api.services.decisions.refresh();
  };

  it('denies a locked account, steps up where more authentication is required, and allows again once it is over', async () => {
    const { intervention, etag } = await scene().locked();
    const extra = account();
    await scene().create(admin, lockOf(extra, { action: 'require_extra_auth', durationSec: 3600 }));
    await seen();
    expect(await ask(intervention.target.id)).toMatchObject({
      decision: 'deny',
      reason: 'lock_account',
      interventionId: intervention.id,
      stale: false,
    });
    expect(await ask(extra.id)).toMatchObject({ decision: 'step_up', reason: 'require_extra_auth' });
    expect(await ask(account().id)).toMatchObject({ decision: 'allow', reason: 'nothing_in_force' });
    await scene().release(admin, intervention.id, etag);
    await seen();
    expect((await ask(intervention.target.id)).decision).toBe('allow');
  });

  it('tells Prometheus how many of each action are in force, and how long connectors took', async () => {
    const active = async (): Promise<number> => {
      const { body } = await scene().api.app.inject({ url: '/metrics' });
      return Number(/spendscope_interventions_active\{action="lock_account"\} (\d+)/.exec(body)![1]);
    };
    await seen();
    const before = await active();
    const { intervention, etag } = await scene().locked();
    await seen();
    expect(await active()).toBe(before + 1);
    // Read again, nothing is counted twice.
    await seen();
    expect(await active()).toBe(before + 1);
    await scene().release(admin, intervention.id, etag);
    await seen();
    expect(await active()).toBe(before);
    const { body } = await scene().api.app.inject({ url: '/metrics' });
    expect(body).toMatch(/spendscope_connector_seconds_count\{connector="es-flag",call="apply",result="ok"\} \d/);
  });

  it('denies a blocked transaction to whoever pays it', async () => {
    const target = { type: 'transaction' as const, id: `T-${account().id}` };
    await scene().create(admin, { ...lockOf(), action: 'block_transaction', target });
    await seen();
    const user = account().id;
    expect((await ask(user, target.id)).decision).toBe('deny');
    expect((await ask(user, 'T-other')).decision).toBe('allow');
  });

  it('ends with the intervention’s own end, before the worker gets to it', async () => {
    const { intervention } = await scene().locked({ durationSec: 60 });
    await seen();
    expect((await ask(intervention.target.id)).decision).toBe('deny');
    scene().api.advance(61_000);
    await seen();
    expect((await ask(intervention.target.id)).decision).toBe('allow');
  });

  it('finds all that changed since the last look, and nothing twice, however looks and changes mix', async () => {
    const { client, now } = scene().api.services;
    const view = new DecisionView(client, now, false);
    await view.refresh();
    const before = view.size;
    const targets = Array.from({ length: 30 }, () => account());
    await Promise.all([
      ...targets.map((target) => scene().create(admin, lockOf(target))),
      ...Array.from({ length: 5 }, async () => view.refresh()),
    ]);
    await scene().api.owner.indices.refresh({ index: indices.states.name });
    await view.refresh();
    expect(view.size).toBe(before + targets.length);
    expect(targets.map(({ id }) => view.decide(id).decision)).toEqual(targets.map(() => 'deny'));
  });

  it.each([
    ['closed', 'deny', 'fail_closed'],
    ['open', 'allow', 'fail_open'],
  ] as const)('answers at once by its rule (%s) while the store is away', async (rule, decision, reason) => {
    // Nothing listens on the discard port.
    const away = createElasticClient({ url: 'http://127.0.0.1:9' }, { requestTimeout: 1_000, maxRetries: 0 });
    const never = new DecisionView(away, () => new Date(), rule === 'open');
    await expect(never.refresh()).rejects.toThrow();
    expect(never.decide('C-1')).toEqual({ decision, reason, stale: true, stalenessMs: -1 });
    await away.close();
  });

  it('says how old its knowledge is, and keeps denying what it knows to be locked', async () => {
    const { intervention } = await scene().locked();
    await seen();
    scene().api.advance(31_000);
    const known = await ask(intervention.target.id);
    expect(known).toMatchObject({ decision: 'deny', reason: 'lock_account', stale: true });
    expect(known.stalenessMs).toBeGreaterThanOrEqual(31_000);
    expect(await ask(account().id)).toMatchObject({ decision: 'deny', reason: 'fail_closed', stale: true });
  });
};
