import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditVerification, allIndices, indices, monthlyIndex, runIndex } from '@spendscope/contracts';
import { installTemplates, publishRun } from '@spendscope/elastic';
import { customerOf, segmentOf, transactionOf } from '@spendscope/testing';
import { type TestApi, startTestApi } from '../testing/startTestApi';
import { Scene, admin } from './scene';

const repository = 'spendscope-whole';
const kept = mkdtempSync(join(tmpdir(), 'spendscope-kept-'));
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api.owner.snapshot.delete({ repository, snapshot: 'nightly' }, { ignore: [404] });
  await api.owner.snapshot.deleteRepository({ name: repository }, { ignore: [404] });
  await api.stop();
  rmSync(kept, { recursive: true });
});

/** Documents by what programs ask for, and which run readers see. */
async function everything(): Promise<{ counts: Record<string, number>; published: string[] }> {
  const { owner } = api;
  await owner.indices.refresh({ index: 'spendscope-*' });
  const counts = await Promise.all(
    allIndices.map(async ({ name, readAs }) => {
      const { count } = await owner.count({ index: readAs, ignore_unavailable: true });
      return [name, count] as const;
    })
  );
  const aliases = await owner.indices.getAlias({ index: indices.customers.pattern });
  const published = Object.keys(aliases).filter((index) => aliases[index]!.aliases[indices.customers.name]);
  return { counts: Object.fromEntries(counts), published };
}

it('is whole again on an empty server from one snapshot and the copied state folder, as the runbook says', async () => {
  const { owner } = api;
  const month = monthlyIndex(indices.transactions, new Date(transactionOf()['@timestamp']));
  await owner.index({ index: month, id: 'whole-1', document: transactionOf() });
  for (const run of ['whole-one', 'whole-two']) {
    await owner.index({ index: runIndex(indices.customers, run), document: customerOf({ run_id: run }) });
    await owner.index({ index: runIndex(indices.segments, run), document: segmentOf({ run_id: run }) });
    await publishRun(owner, [indices.customers, indices.segments], run);
  }
  const { intervention } = await new Scene(api).locked();
  await api.services.audit.checkpointer.checkpoint();
  await api.services.audit.log.settled();
  const before = await everything();
  expect(before.published).toEqual([runIndex(indices.customers, 'whole-two')]);

  // Backup.
  cpSync(api.config.stateDir, kept, { recursive: true });
  await owner.snapshot.createRepository({
    name: repository,
    repository: { type: 'fs', settings: { location: 'whole' } },
  });
  const taken = await owner.snapshot.create({
    ...{ repository, snapshot: 'nightly', indices: 'spendscope-*', wait_for_completion: true },
    ...{ include_global_state: false, feature_states: ['none'] },
  });
  expect(taken.snapshot!.state).toBe('SUCCESS');

  // The loss: every index, every template, the state folder.
  for (const index of Object.keys(await owner.indices.get({ index: 'spendscope-*' }))) {
    await owner.indices.delete({ index });
  }
  await owner.indices.deleteIndexTemplate({ name: allIndices.map(({ name }) => name).join(',') });
  rmSync(api.config.stateDir, { recursive: true });
  expect((await everything()).published).toEqual([]);

  // Restore: indices before templates, which would make empty ones of the same names.
  cpSync(kept, api.config.stateDir, { recursive: true });
  await owner.snapshot.restore({
    ...{ repository, snapshot: 'nightly', wait_for_completion: true, include_global_state: false },
  });
  await installTemplates(owner);
  expect(await everything()).toEqual(before);

  const server = await api.replica();
  const verdict = (await server.call(admin, 'GET', '/v1/audit/verify')).json() as AuditVerification;
  expect(verdict).toMatchObject({ ok: true });
  expect(verdict.checkpoints).toBeGreaterThan(0);
  const state = await server.call(admin, 'GET', `/v1/targets/account/${intervention.target.id}/state`);
  expect(state.json().in_force).toEqual(['lock_account']);
  await server.stop();
});
