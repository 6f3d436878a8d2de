import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IndexDefinition, backingIndex, indexTemplate, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { anomalyOf, elasticAs } from '@spendscope/testing';
import { runToEnd } from '../testing/startCli';

const setup = elasticAs('setup');
const { anomalies } = indices;
const former: IndexDefinition = {
  ...anomalies,
  version: anomalies.version - 1,
  mapping: { ...anomalies.mapping, prediction: { type: 'keyword' } },
};
const stateDir = mkdtempSync(join(tmpdir(), 'spendscope-indices-'));
const clean = async (): Promise<void> => {
  for (const index of Object.keys(await setup.indices.get({ index: anomalies.name, ignore_unavailable: true }))) {
    await setup.indices.delete({ index });
  }
};

beforeAll(async () => {
  await installTemplates(setup);
  await clean();
  const { name, ...template } = indexTemplate(former);
  await setup.indices.putIndexTemplate({ name, ...template });
  await setup.index({ index: name, id: 'old', document: anomalyOf() });
});
afterAll(async () => {
  await clean();
  await installTemplates(setup);
  await setup.close();
  rmSync(stateDir, { recursive: true });
});

const asOperator = (...args: string[]) => runToEnd(['indices', ...args], stateDir, 'setup');

it('says what an upgrade would change, does it, takes it back and confirms it', async () => {
  expect((await asOperator('status')).output).toMatch(new RegExp(`${anomalies.name} +2 +3 +older`));
  expect(await asOperator('upgrade')).toMatchObject({ code: 0, output: expect.stringMatching(/anomalies +copied/) });
  expect((await asOperator('status', '--json')).output).toContain(backingIndex(anomalies.name, former.version));
  expect((await asOperator('rollback')).output).toMatch(/anomalies +0 carried back +0 deleted/);
  await asOperator('upgrade');
  expect((await asOperator('confirm')).output).toContain(`deleted ${backingIndex(anomalies.name, former.version)}`);
  expect((await asOperator('rollback')).output).toContain('There is nothing to take back.');
});

it('is refused to who may only write documents', async () => {
  const { code, errors } = await runToEnd(['indices', 'upgrade'], stateDir);
  expect([code, errors]).toEqual([1, expect.stringContaining('a user with the role spendscope_setup')]);
});
