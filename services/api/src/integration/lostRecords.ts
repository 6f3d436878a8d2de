import { randomUUID } from 'node:crypto';
import type { Intervention } from '@spendscope/contracts';
import { unavailable } from '../http/apiError';
import { Recorder } from '../modules/audit/Recorder';
import { actingAs, reconcile } from '../modules/interventions/housekeeping';
import { createSweep } from '../workers/createSweep';
import { type Scene, account, admin, lockOf } from './scene';

/** The audit log goes away between `Received` and the outcome. */
export const lostRecordSuite = (scene: () => Scene): void => {
  /** From the second append on nothing is stored, until restored. */
  function loseFromSecond(): jest.SpyInstance {
    const { log } = scene().api.services.audit;
    const append = log.append.bind(log);
    let appended = 0;
    return jest
      .spyOn(log, 'append')
      .mockImplementation((records) =>
        ++appended === 1 ? append(records) : Promise.reject(unavailable('audit_unavailable', 'away'))
      );
  }

  it('says of an act in force that its outcome is not known, and keeps its key until that is found out', async () => {
    const { api } = scene();
    const body = lockOf(account());
    const key = randomUUID();
    const away = loseFromSecond();
    const lost = await scene().create(admin, body, key);
    away.mockRestore();
    expect([lost.statusCode, lost.json().code]).toEqual([503, 'outcome_unknown']);
    expect(await scene().inForce(body.target)).toEqual(['lock_account']);
    expect((await scene().create(admin, body, key)).json().code).toBe('request_in_flight');
    api.advance(61_000);
    await reconcile(api.services.interventions);
    const again = await scene().create(admin, body, key);
    expect([again.statusCode, again.json().intervention.state]).toEqual([201, 'active']);
    expect(await scene().stages(`intervention=${again.json().intervention.id}`)).toContain('Completed:active');
  });

  it('says the same of a release, and reconciliation ends it', async () => {
    const { api } = scene();
    const { intervention, etag } = await scene().locked();
    const away = loseFromSecond();
    const lost = await scene().release(admin, intervention.id, etag);
    away.mockRestore();
    expect([lost.statusCode, lost.json().code]).toEqual([503, 'outcome_unknown']);
    expect(await scene().inForce(intervention.target)).toEqual([]);
    api.advance(61_000);
    await reconcile(api.services.interventions);
    expect((await scene().read(intervention.id)).intervention.state).toBe('released');
    expect(await scene().stages(`intervention=${intervention.id}`)).toContain('Completed:released');
  });

  it('says the same of what is written without a connector', async () => {
    const away = loseFromSecond();
    const body = { target: account(), scope: 'all', reasonCode: 'policy', days: 1 };
    const lost = await scene().api.call(admin, 'POST', '/v1/suppressions', { body, key: randomUUID() });
    away.mockRestore();
    expect([lost.statusCode, lost.json().code]).toEqual([503, 'outcome_unknown']);
  });

  describe('after a crash before there was an intervention', () => {
    const outcome = async (action: string): Promise<string[]> => scene().stages(`action=${action}`);

    async function announced(action: string, interventionId?: string): Promise<void> {
      const { interventions } = scene().api.services;
      const acting = actingAs('test');
      const about = { action, policyVersion: '1', target: account(), ...(interventionId ? { interventionId } : {}) };
      const recorder = await Recorder.open(interventions.audit, { ...acting, ...about });
      await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Decided', result: 'allow' });
    }

    it('gives what was announced an outcome after a minute, once, whoever holds the lease', async () => {
      const { api } = scene();
      const replica = await api.replica();
      const [one, other] = [createSweep(api.services), createSweep(replica.services)];
      const action = `crash.${randomUUID()}`;
      await announced(action);
      await one.sweep();
      expect(await outcome(action)).toEqual(['Received:received', 'Decided:allow']);
      api.advance(61_000);
      expect(await one.sweep()).toBeGreaterThan(0);
      expect(await one.sweep()).toBe(0);
      expect(await other.sweep()).toBe(0);
      await replica.stop();
      expect(await outcome(action)).toEqual(['Received:received', 'Decided:allow', 'Failed:abandoned']);
    });

    it('waits for the reconciliation where there is an intervention, and repeats its word', async () => {
      const { api } = scene();
      const { services } = api;
      const { intervention: like } = await scene().locked();
      const left: Intervention = { ...like, id: `iv-${randomUUID()}`, target: account(), state: 'unknown' };
      await services.interventions.store.create({ ...left, updated_at: services.now().toISOString() });
      const action = `crash.${randomUUID()}`;
      await announced(action, left.id);
      api.advance(61_000);
      const sweep = createSweep(services);
      await sweep.sweep();
      expect(await outcome(action)).toHaveLength(2);
      await reconcile(services.interventions);
      await sweep.sweep();
      expect((await outcome(action)).at(-1)).toBe('Failed:reconciled');
    });
  });
};
