import { type AuditVerification, type IndexDefinition, indices } from '@spendscope/contracts';
import { confirmUpgrade, rollbackIndices, upgradeIndices } from '@spendscope/elastic';
import { type TestApi, startTestApi } from '../testing/startTestApi';
import { Scene, admin } from './scene';

/** Instants became finer, at any depth: Elasticsearch cannot change that in place, so everything is copied. */
const finer = (mapping: IndexDefinition['mapping']): IndexDefinition['mapping'] =>
  Object.fromEntries(
    Object.entries(mapping).map(([field, { type, properties, ...rest }]) => [
      field,
      {
        ...rest,
        ...(type ? { type: type === 'date' ? 'date_nanos' : type } : {}),
        ...(properties ? { properties: finer(properties) } : {}),
      },
    ])
  );
const later = (definition: IndexDefinition): IndexDefinition => ({
  ...definition,
  version: definition.version + 1,
  mapping: finer(definition.mapping),
});
const { audit, interventions, states } = indices;
const moved = [audit, interventions, states].map(later);

let api: TestApi;
let scene: Scene;
beforeAll(async () => {
  api = await startTestApi();
  scene = new Scene(api);
});
afterAll(async () => {
  await rollbackIndices(api.owner, moved);
  const found = await api.owner.indices.get({ index: moved.map(({ name }) => name), ignore_unavailable: true });
  for (const index of Object.keys(found)) {
    await api.owner.indices.delete({ index });
  }
  await api.stop();
});

const verify = async (): Promise<AuditVerification> =>
  (await api.call(admin, 'GET', '/v1/audit/verify')).json() as AuditVerification;

it('acts on under the same rights after its indices were copied, and after they were rolled back', async () => {
  const [before, between] = [await scene.locked(), await scene.locked()];
  await upgradeIndices(api.owner, {}, moved);
  expect(await verify()).toMatchObject({ ok: true });

  const released = await scene.release(admin, before.intervention.id, (await scene.read(before.intervention.id)).etag);
  const after = await scene.locked();
  expect([released.statusCode, await scene.inForce(after.intervention.target)]).toEqual([200, ['lock_account']]);
  expect(await verify()).toMatchObject({ ok: true });
  // Records are appended to, wherever they lie: the service can neither change nor delete one.
  const [block] = (await api.owner.search({ index: audit.name, size: 1 })).hits.hits;
  for (const index of [audit.name, block!._index]) {
    await expect(api.services.client.delete({ index, id: block!._id! })).rejects.toThrow(/security_exception/);
  }

  const taken = await rollbackIndices(api.owner, moved);
  expect(taken.map(({ name, dropped }) => [name, dropped])).toEqual(moved.map(({ name }) => [name, 0]));
  expect(await verify()).toMatchObject({ ok: true });
  expect(await scene.inForce(before.intervention.target)).toEqual([]);
  expect(await scene.inForce(after.intervention.target)).toEqual(['lock_account']);
  const { etag } = await scene.read(between.intervention.id);
  expect((await scene.release(admin, between.intervention.id, etag)).statusCode).toBe(200);
  expect(await verify()).toMatchObject({ ok: true });
  expect(await confirmUpgrade(api.owner, moved)).toEqual([]);
});
