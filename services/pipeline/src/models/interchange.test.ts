import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelSchemaId } from '@spendscope/contracts';
import { TestWorkspace } from '../testing/workspace';
import { loadDetector } from './detectorModel';
import { exportModel, findModel, importModel, listModels } from './interchange';
import { printCard, printModels } from './printModels';
import { type ModelContent, aliasedModels, liveModels, readModel, saveModel, storeModel } from './registry';

const here = new TestWorkspace();
const there = new TestWorkspace();
const [registry, other] = [here.folder.registry, there.folder.registry];
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

it('hands a model over to another registry without a byte changed', () => {
  const { file, contentHash } = saveModel(registry, 'churn', content(1));
  expect(liveModels(registry).churn).toBe(file);
  const out = join(here.root, 'given.json');
  exportModel(registry, findModel(registry, 'churn'), out);
  expect(importModel(other, out, { name: 'given', live: false })).toBe(file);
  expect(aliasedModels(other, 'shadow').churn).toBe(file);
  expect(liveModels(other)).toEqual({});
  expect(readFileSync(join(other, file), 'utf8')).toBe(readFileSync(join(registry, file), 'utf8'));
  expect(readModel(other, file)).toMatchObject({ content_hash: contentHash, weights: [0.1, 0, 1e-9] });
  expect(importModel(other, out, { name: 'given', live: true })).toBe(file);
  expect(liveModels(other).churn).toBe(file);
});

it('refuses a model of which a byte was changed, in the registry and on import', () => {
  const { file } = storeModel(registry, 'churn', content(2));
  const path = join(registry, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.replace('0.75', '0.95'));
  expect(() => readModel(registry, file)).toThrow(`The model ${file} was changed after it was saved.`);
  expect(() => exportModel(registry, file, join(here.root, 'x.json'))).toThrow(/was changed/);
  expect(() => importModel(other, path, { name: 'x', live: true })).toThrow(/was changed after it was saved/);
  expect(listModels(registry).find((model) => model.file === file)!.problem).toMatch(/was changed/);
  expect(printModels(listModels(registry))).toMatch(/live +a test/);
  writeFileSync(path, readFileSync(join(registry, liveModels(registry).churn!)));
  expect(() => readModel(registry, file)).toThrow('is another one than its name says.');
  rmSync(path);
  expect(() => readModel(registry, file)).toThrow(`There is no model ${file}.`);
});

it('refuses what is no model, and a card that lacks something', () => {
  const file = join(here.root, 'none.json');
  writeFileSync(file, '{"format":"spendscope-churn"}');
  expect(() => importModel(other, file, { name: 'x', live: false })).toThrow(
    `${file} is no model file of this version.`
  );
  const { limits: _limits, ...card } = content(1).card;
  const lacking = storeModel(registry, 'churn', { ...content(1), card } as ModelContent);
  expect(() => readModel(registry, lacking.file)).toThrow(/is not of the form of a model: \/card .*limits/);
});

it('does not take a model of churn for a detector', () => {
  const { file } = saveModel(registry, 'churn', content(3));
  expect(() => loadDetector(registry, file)).toThrow(`The model ${file} is of another version.`);
});

it('shows the card', () => {
  expect(printCard(readModel(registry, liveModels(registry).churn!))).toMatch(
    /roc_auc +0\.75\n\nFor: tests\nNot: anything else$/
  );
});
