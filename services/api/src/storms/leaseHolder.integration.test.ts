import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type AuditPage, type Lease, indices } from '@spendscope/contracts';
import type { FastifyBaseLogger } from 'fastify';
import { createLogger } from '../logger';
import { type TestApi, startTestApi } from '../testing/startTestApi';
import { Workers } from '../workers/Workers';
import { ServerGroup } from './ServerGroup';

const leaseId = 'job:housekeeping';

type Replica = Pick<TestApi, 'services'>;

describe('two servers on one store, one killed while it holds the lease', () => {
  let api: TestApi;
  let other: Awaited<ReturnType<TestApi['replica']>>;
  let group: ServerGroup;
  beforeAll(async () => {
    api = await startTestApi();
    // One that another test's server left behind would have to be waited for.
    await api.owner.delete({ index: indices.leases.name, id: leaseId, refresh: true }, { ignore: [404] });
    other = await api.replica();
    group = await ServerGroup.start(api, 1);
  }, 180_000);
  afterAll(async () => {
    await group?.kill();
    await other?.stop();
    await api?.stop();
  });

  const lease = async (): Promise<Lease | undefined> => {
    const { client } = api.services;
    const found = await client.get<Lease>({ index: indices.leases.name, id: leaseId }, { ignore: [404] });
    return found._source;
  };
  /** What a server does by itself when it starts: one round of each job. */
  const round = async ({ services }: Replica): Promise<void> => {
    const workers = new Workers(services, createLogger('silent') as FastifyBaseLogger);
    workers.start();
    await workers.stop();
  };

  it('ends what is due exactly once, by another, as soon as the lease is over and not before', async () => {
    while (!(await lease())) {
      await wait(100);
    }
    const { holder } = (await lease())!;
    const target = { type: 'account', id: `C-${randomUUID().slice(0, 13).toUpperCase()}` };
    const body = { action: 'lock_account', target, reasonCode: 'velocity', durationSec: 60 };
    const created = await api.call('kim:Admin', 'POST', '/v1/interventions', { body, key: randomUUID() });
    expect(created.statusCode).toBe(201);
    const { id } = created.json().intervention;
    const state = async (): Promise<string> =>
      (await api.call('kim:Admin', 'GET', `/v1/interventions/${id}`)).json().intervention.state;
    await group.kill();

    // The lease lasts 90 s: after 65 it is still the dead one's.
    api.advance(65_000);
    await round(api);
    expect((await lease())!.holder).toBe(holder);
    expect(await state()).toBe('active');

    api.advance(60_000);
    await Promise.all([round(api), round(other)]);
    expect(await state()).toBe('expired');
    const page = await api.call('kim:Admin', 'GET', `/v1/audit/records?intervention=${id}`);
    const stages = (page.json() as AuditPage).items.map(({ record }) => `${record.stage}:${record.result}`);
    expect(stages.filter((stage) => stage.endsWith(':expired')).sort()).toEqual([
      'Completed:expired',
      'Decided:expired',
    ]);
    expect(await api.services.audit.verifier.verify()).toMatchObject({ ok: true });
  }, 180_000);
});
