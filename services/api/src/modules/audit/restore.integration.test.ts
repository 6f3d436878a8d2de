import { type AuditVerification, type IndexDefinition, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { Scene, admin, viewer } from '../../integration/scene';
import { type TestApi, startTestApi } from '../../testing/startTestApi';

/** What the runbook says to keep: what the service owns, and what is in force. */
const owned: readonly IndexDefinition[] = [
  ...[indices.audit, indices.auditText, indices.auditCheckpoints, indices.interventions, indices.states],
  ...[indices.idempotency, indices.controls, indices.labels, indices.suppressions, indices.reviews, indices.erasures],
];
const repository = 'spendscope-backup';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.owner.snapshot.deleteRepository({ name: repository }, { ignore: [404] });
  await api.stop();
});

const verify = async (of: Pick<TestApi, 'call'>): Promise<AuditVerification> =>
  (await of.call(admin, 'GET', '/v1/audit/verify')).json() as AuditVerification;

it('goes on after its indices were lost and restored from a snapshot: in force, on record, signed and verified', async () => {
  const scene = new Scene(api);
  const { intervention } = await scene.locked();
  await api.services.audit.checkpointer.checkpoint();
  const before = await verify(api);
  expect(before).toMatchObject({ ok: true });

  const { owner } = api;
  await owner.snapshot.createRepository({
    name: repository,
    repository: { type: 'fs', settings: { location: 'test' } },
  });
  const names = owned.map(({ name }) => name);
  const taken = await owner.snapshot.create({
    ...{ repository, snapshot: 'nightly', indices: names, ignore_unavailable: true, wait_for_completion: true },
    ...{ include_global_state: false, feature_states: ['none'] },
  });
  expect(taken.snapshot!.state).toBe('SUCCESS');
  await owner.indices.delete({ index: names, ignore_unavailable: true });
  expect(await owner.indices.exists({ index: indices.audit.name })).toBe(false);

  await owner.snapshot.restore({
    repository,
    snapshot: 'nightly',
    wait_for_completion: true,
    include_global_state: false,
  });
  await installTemplates(owner);
  // A server that starts after the restore, on the same state folder: its keys and checkpoints are there.
  const restored = await api.replica();
  const state = await restored.call(viewer, 'GET', `/v1/targets/account/${intervention.target.id}/state`);
  expect(state.json().in_force).toEqual(['lock_account']);
  expect(await verify(restored)).toMatchObject({ ok: true, checkpoints: before.checkpoints });
  const read = await restored.call(viewer, 'GET', `/v1/interventions/${intervention.id}`);
  const released = await restored.call(admin, 'POST', `/v1/releases/${intervention.id}`, {
    body: { reasonCode: 'customer_request' },
    key: 'release-after-the-restore',
    headers: { 'if-match': String(read.headers.etag) },
  });
  expect([read.statusCode, released.statusCode]).toEqual([200, 200]);
  expect(await verify(restored)).toMatchObject({ ok: true });
  await restored.stop();
});

it('names it where the snapshot is older than the signed head: what came after it is missing', async () => {
  const { owner } = api;
  await new Scene(api).locked();
  await api.services.audit.checkpointer.checkpoint();
  expect(await verify(api)).toMatchObject({ ok: true });
  await owner.indices.delete({ index: [indices.audit.name, indices.auditCheckpoints.name] });
  await owner.snapshot.restore({
    ...{ repository, snapshot: 'nightly', wait_for_completion: true, include_global_state: false },
    indices: [indices.audit.name, indices.auditCheckpoints.name],
  });
  const late = await api.replica();
  expect(await verify(late)).toMatchObject({ ok: false });
  await late.stop();
});
