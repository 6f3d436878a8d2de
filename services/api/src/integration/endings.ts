import { randomUUID } from 'node:crypto';
import type { Intervention } from '@spendscope/contracts';
import { expireDue, reconcile } from '../modules/interventions/housekeeping';
import { Workers } from '../workers/Workers';
import { type Scene, account, admin, editor, lockOf } from './scene';

const hour = 3_600_000;

export const endingSuite = (scene: () => Scene): void => {
  it('is released by who read its newest version, and the target is free again', async () => {
    const { intervention, etag } = await scene().locked();
    const { id, target } = intervention;
    expect((await scene().release(admin, id)).statusCode).toBe(428);
    expect((await scene().release(admin, id, '"0-0"')).statusCode).toBe(412);
    expect((await scene().release(admin, id, '*')).statusCode).toBe(412);
    const released = await scene().release(admin, id, etag);
    expect(released.statusCode).toBe(200);
    expect(released.json().intervention).toMatchObject({ state: 'released', release_reason: 'customer_request' });
    expect(await scene().inForce(target)).toEqual([]);
    expect((await scene().release(admin, id, etag)).statusCode).toBe(412);
    const { etag: newest } = await scene().read(id);
    const twice = await scene().release(admin, id, newest);
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'not_active']);
    const refused = await scene().stages(`intervention=${id}&action=release&stage=Denied`);
    expect(refused).toEqual(['Denied:changed_meanwhile', 'Denied:changed_meanwhile', 'Denied:not_active']);
    expect((await scene().create(admin, lockOf(target as never))).statusCode).toBe(201);
    expect(await scene().inForce(target)).toEqual(['lock_account']);
  });

  it('is released once, however often it is asked for at once', async () => {
    const { intervention, etag } = await scene().locked();
    const answers = await Promise.all(Array.from({ length: 10 }, () => scene().release(admin, intervention.id, etag)));
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
    const outcomes = await scene().stages(`intervention=${intervention.id}&action=release`);
    expect(outcomes.filter((stage) => stage === 'Completed:released')).toHaveLength(1);
  });

  it('makes no move that the table does not list', async () => {
    const { store } = scene().api.services.interventions;
    const { intervention } = await scene().locked();
    const active = (await store.get(intervention.id))!;
    await expect(async () => store.move(active, 'released')).rejects.toThrow('cannot move from active to released');
    expect((await scene().read(intervention.id)).intervention.state).toBe('active');
  });

  it('is not found under another id', async () => {
    expect((await scene().release(admin, 'iv-none', '"1-1"')).statusCode).toBe(404);
  });

  it('ends by itself when its time is over, and not before', async () => {
    const { services, advance } = scene().api;
    const { intervention } = await scene().locked({ durationSec: 7_200 });
    advance(hour);
    await expireDue(services.interventions);
    expect((await scene().read(intervention.id)).intervention.state).toBe('active');
    advance(hour + 1_000);
    await expireDue(services.interventions);
    const { intervention: ended } = await scene().read(intervention.id);
    expect(ended).toMatchObject({ state: 'expired', released_by: { login: 'system:expiry' } });
    expect(await scene().inForce(intervention.target)).toEqual([]);
    expect(await scene().stages(`intervention=${intervention.id}&actor=system:expiry`)).toEqual([
      'Decided:expired',
      'Executed:enforce',
      'Completed:expired',
    ]);
  });

  it('ends the others, and reconciles, while one connector is dead', async () => {
    const { services, app, advance } = scene().api;
    const [dead, other] = [await scene().locked({ durationSec: 60 }), await scene().locked({ durationSec: 60 })];
    const { intervention: like } = await scene().locked();
    const lost: Intervention = { ...like, id: `iv-${randomUUID()}`, target: account(), state: 'unknown' };
    await services.interventions.store.create({ ...lost, updated_at: services.now().toISOString() });
    const real = services.interventions.connectorFor;
    const connector = jest.spyOn(services.interventions, 'connectorFor').mockImplementation((mode, action) => ({
      ...real(mode, action),
      revert: async (intervention, traceparent) => {
        if (intervention.id === dead.intervention.id) {
          throw new Error('connection refused');
        }
        await real(mode, action).revert(intervention, traceparent);
      },
    }));
    advance(hour);
    try {
      const workers = new Workers(services, app.log);
      workers.start();
      await workers.stop();
    } finally {
      connector.mockRestore();
    }
    expect((await scene().read(dead.intervention.id)).intervention.state).toBe('releasing');
    expect((await scene().read(other.intervention.id)).intervention.state).toBe('expired');
    expect((await scene().read(lost.id)).intervention.state).toBe('failed');
    expect(await scene().stages(`intervention=${dead.intervention.id}&actor=system:expiry`)).toEqual([
      'Decided:expired',
      'Failed:outcome_unknown',
    ]);
    advance(61_000);
    await reconcile(services.interventions);
    expect((await scene().read(dead.intervention.id)).intervention.state).toBe('expired');
  });

  describe('after a crash', () => {
    /** An intervention as a process leaves it that dies before or after the connector. */
    async function abandoned(state: Intervention['state'], applied: boolean): Promise<Intervention> {
      const { services, advance } = scene().api;
      const { guards, store, connectorFor } = services.interventions;
      const { intervention: like } = await scene().locked();
      const left: Intervention = { ...like, id: `iv-${randomUUID()}`, target: account(), state };
      left.updated_at = services.now().toISOString();
      await guards.claim(left.action, left.target, left.id);
      await store.create(left);
      await (applied && connectorFor('enforce', left.action).apply(left, 'of the test'));
      advance(61_000);
      return left;
    }

    it.each([
      ['executing', true, 'active', ['lock_account']],
      ['executing', false, 'failed', []],
      ['unknown', true, 'active', ['lock_account']],
      ['unknown', false, 'failed', []],
      ['approved', false, 'failed', []],
      ['releasing', true, 'released', []],
    ] as const)('%s (connector reached: %s) becomes %s', async (state, applied, expected, inForce) => {
      const left = await abandoned(state, applied);
      await reconcile(scene().api.services.interventions);
      expect((await scene().read(left.id)).intervention.state).toBe(expected);
      expect(await scene().inForce(left.target)).toEqual(inForce);
      const outcomes = await scene().stages(`intervention=${left.id}&actor=system:reconciliation`);
      expect(outcomes.at(-1)).toBe(`${expected === 'failed' ? 'Failed' : 'Completed'}:${expected}`);
      const again = await scene().create(admin, lockOf(left.target as never));
      expect(again.statusCode).toBe(expected === 'active' ? 200 : 201);
    });

    it('leaves alone what may still be running', async () => {
      const { services } = scene().api;
      const { intervention: like } = await scene().locked();
      const fresh = { ...like, id: `iv-${randomUUID()}`, target: account(), state: 'executing' as const };
      fresh.updated_at = services.now().toISOString();
      await services.interventions.store.create(fresh);
      await reconcile(services.interventions);
      expect((await scene().read(fresh.id)).intervention.state).toBe('executing');
    });
  });

  describe('an operator’s request', () => {
    const ruling = (decision: string, intervention: Intervention, payloadHash = intervention.payload_hash) => ({
      body: { decision, payloadHash },
      key: randomUUID(),
    });
    async function asked(): Promise<{ intervention: Intervention; headers: { 'if-match': string } }> {
      const answer = await scene().create(editor, lockOf(account(), { durationSec: 3600 }));
      expect(answer.statusCode).toBe(202);
      return { intervention: answer.json().intervention, headers: { 'if-match': String(answer.headers.etag) } };
    }

    it('waits for an admin, and then lasts as long as was asked for', async () => {
      const { api } = scene();
      const { intervention, headers } = await asked();
      const url = `/v1/approvals/${intervention.id}`;
      expect(intervention.state).toBe('pending_approval');
      expect(await scene().inForce(intervention.target)).toEqual([]);
      const changed = await api.call(admin, 'POST', url, {
        ...ruling('approve', intervention, 'f'.repeat(64)),
        headers,
      });
      expect([changed.statusCode, changed.json().code]).toEqual([409, 'payload_differs']);
      api.advance(hour);
      const approved = await api.call(admin, 'POST', url, { ...ruling('approve', intervention), headers });
      expect(approved.statusCode).toBe(200);
      const { state, decided_by, decided_at, expires_at } = approved.json().intervention;
      expect([state, decided_by.login]).toEqual(['active', 'kim']);
      expect(Date.parse(expires_at) - Date.parse(decided_at)).toBe(3_600_000);
      expect(await scene().inForce(intervention.target)).toEqual(['lock_account']);
    });

    it('is not approved by who asked for it, whatever the role is now', async () => {
      const { intervention, headers } = await asked();
      const own = await scene().api.call('lee:Admin', 'POST', `/v1/approvals/${intervention.id}`, {
        ...ruling('approve', intervention),
        headers,
      });
      expect([own.statusCode, own.json().code]).toEqual([403, 'self_approval']);
      expect(await scene().stages(`intervention=${intervention.id}&action=approve`)).toEqual([
        'Received:received',
        'Denied:self_approval',
      ]);
    });

    it.each([
      ['rejected', admin, 'approvals'],
      ['cancelled', editor, 'cancellations'],
    ] as const)('can be %s, and the target is free', async (state, as, path) => {
      const { api } = scene();
      const { intervention, headers } = await asked();
      const options = path === 'approvals' ? ruling('reject', intervention) : { body: {}, key: randomUUID() };
      const answer = await api.call(as, 'POST', `/v1/${path}/${intervention.id}`, { ...options, headers });
      expect(answer.json().intervention.state).toBe(state);
      expect((await scene().create(admin, lockOf(intervention.target as never))).statusCode).toBe(201);
    });

    it('is cancelled by nobody else', async () => {
      const { intervention, headers } = await asked();
      const options = { body: {}, key: randomUUID(), headers };
      const answer = await scene().api.call(admin, 'POST', `/v1/cancellations/${intervention.id}`, options);
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'not_requester']);
    });

    it('stands in the way of an admin’s own act, with the word to approve it', async () => {
      const { intervention } = await asked();
      const direct = await scene().create(admin, lockOf(intervention.target as never, { durationSec: 3600 }));
      expect([direct.statusCode, direct.json().code]).toEqual([409, 'pending_approval']);
    });

    it('expires unanswered after a day', async () => {
      const { services, advance } = scene().api;
      const { intervention } = await asked();
      advance(25 * hour);
      await expireDue(services.interventions);
      expect((await scene().read(intervention.id)).intervention.state).toBe('expired');
    });
  });
};
