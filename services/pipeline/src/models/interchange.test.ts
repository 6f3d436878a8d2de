import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelSchemaId } from '@spendscope/contracts';
import type { ModelContent } from '@spendscope/registry';
import { TestWorkspace } from '../testing/workspace';
import { loadDetector } from './detectorModel';
import { exportModel, findModel, importModel, listModels } from './interchange';
import { promote, rollBack } from './moveLive';
import { printCard, printHistory, printModels } from './printModels';
import { registryOf } from './registry';

const here = new TestWorkspace();
const there = new TestWorkspace();
const [registry, other] = [registryOf(here.folder), registryOf(there.folder)];
afterAll(() => [here, there].forEach((workspace) => workspace.remove()));

const content = (seed: number): ModelContent => ({
  $schema: modelSchemaId,
  format: 'spendscope-churn',
  version: 2,
  features: ['recency'],
  card: {
    ...{ what: 'How likely a customer leaves.', algorithm: 'a test', seed, parameters: { threshold: 0.5 } },
    data: { rows: 10, inputs: [{ kind: 'table', name: 'customers', rows: 10, content_hash: 'rows:7' }] },
    ...{ metrics: { roc_auc: 0.75 }, intended_use: 'tests', limits: ['anything else'] },
  },
  weights: [0.1, -0, 1e-9],
});
const trained = { at: new Date(0), by: 'run:r-1', reason: 'Trained on 10 customers.', kind: 'trained' } as const;

/** What is written once may be overwritten by whoever owns the folder. */
function overwrite(path: string, text: string | Uint8Array): void {
  chmodSync(path, 0o600);
  writeFileSync(path, text);
}

it('hands a model over to another registry without a byte changed', async () => {
  const ref = await registry.save('churn', content(1));
  const { file } = ref;
  await registry.makeLive('churn', ref, trained);
  const out = join(here.root, 'given.json');
  await exportModel(registry, await findModel(registry, 'churn'), out);
  expect(await importModel(other, out, { name: 'given', live: false })).toBe(file);
  expect(await other.head('churn')).toMatchObject({ seq: 1, shadow: ref });
  expect((await other.head('churn')).live).toBeUndefined();
  expect(await other.readText(file)).toBe(await registry.readText(file));
  expect(await other.read(file)).toMatchObject({ content_hash: ref.content_hash, weights: [0.1, 0, 1e-9] });
  expect(await importModel(other, out, { name: 'given', live: true })).toBe(file);
  expect((await other.history('churn')).map(({ kind, live, shadow }) => [kind, live?.file, shadow?.file])).toEqual([
    ['imported', undefined, file],
    ['imported', file, undefined],
  ]);
});

it('refuses a model of which a byte was changed, in the registry and on import', async () => {
  const { file } = await registry.save('churn', content(2));
  const path = join(here.folder.registry, file);
  const whole = readFileSync(path, 'utf8');
  overwrite(path, whole.replace('0.75', '0.95'));
  const changed = `The model ${file} was changed after it was saved.`;
  await expect(registry.read(file)).rejects.toThrow(changed);
  await expect(exportModel(registry, file, join(here.root, 'x.json'))).rejects.toThrow(changed);
  await expect(importModel(other, path, { name: 'x', live: true })).rejects.toThrow(/was changed after it was saved/);
  await expect(promote(registry, file, 'an exercise')).rejects.toThrow(changed);
  await expect(registry.save('churn', content(2))).rejects.toThrow(changed);
  const listed = await listModels(registry);
  expect(listed.find((model) => model.file === file)!.problem).toBe(changed);
  expect(printModels(listed)).toMatch(/churn-[0-9a-f]{8} +live +a test/);
  overwrite(path, readFileSync(join(here.folder.registry, (await registry.head('churn')).live!.file)));
  await expect(registry.read(file)).rejects.toThrow('is another one than its name says.');
  rmSync(path);
  await expect(registry.read(file)).rejects.toThrow(`There is no model ${file}.`);
});

it('refuses what is no model, and a card that lacks something', async () => {
  const file = join(here.root, 'none.json');
  writeFileSync(file, '{"format":"spendscope-churn"}');
  await expect(importModel(other, file, { name: 'x', live: false })).rejects.toThrow(
    `${file} is no model file of this version.`
  );
  const { limits: _limits, ...card } = content(1).card;
  await expect(registry.save('churn', { ...content(1), card } as ModelContent)).rejects.toThrow(
    /is not of the form of a model: \/card .*limits/
  );
});

it('does not take a model of churn for a detector', async () => {
  const ref = await registry.save('churn', content(3));
  await expect(loadDetector(registry, ref)).rejects.toThrow(`The model ${ref.file} is of another version.`);
});

it('promotes and rolls back by one on the machine, under that one’s name', async () => {
  const before = (await registry.head('churn')).live!;
  const { file, version } = await registry.save('churn', content(4));
  expect(await promote(registry, version, 'better')).toMatchObject({ kind: 'promoted', live: { version } });
  await expect(promote(registry, file, 'again')).rejects.toThrow(`${file} is the live churn already.`);
  expect(await rollBack(registry, 'churn', 'worse after all')).toMatchObject({ kind: 'rolled_back', live: before });
  await expect(rollBack(registry, 'churn', 'further')).rejects.toThrow('No version of churn was live before this one.');
  await expect(rollBack(registry, 'nobody', 'x')).rejects.toThrow('There is no model nobody.');
  expect(printHistory('churn', await registry.history('churn'))).toMatch(
    /^ +no\. .*\n +3 .*rolled_back .*cli:\S+ +worse after all\n +2 .*promoted .*cli:\S+ +better\n +1 .*trained .*run:r-1/
  );
});

it('shows the card', async () => {
  expect(printCard(await registry.readRef((await registry.head('churn')).live!))).toMatch(
    /roc_auc +0\.75\n\nFor: tests\nNot: anything else$/
  );
});
