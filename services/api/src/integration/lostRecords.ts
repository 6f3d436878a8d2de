import { randomUUID } from 'node:crypto';
import { unavailable } from '../http/apiError';
import { reconcile } from '../modules/interventions/housekeeping';
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
};
