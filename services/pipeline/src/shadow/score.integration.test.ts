import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexDefinition, type Model, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { generateWorld } from '../generate/generateWorld';
import { sourceFolder } from '../sourceFolder';
import { runToEnd } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import type { ShadowComparison } from './compareScores';

const setup = elasticAs('setup');
const workspace = new TestWorkspace();
const data = join(workspace.root, 'data');
const state = join(workspace.root, 'state');
const onnx = (name: string): string => join(sourceFolder, '../fixtures/onnx', `${name}.onnx`);
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await generateWorld({ world: 'card', users: 400, transactions: 8_000, seed: 5, end, days: 200, out: data, format: 'csv' }); // prettier-ignore
  const files = ['transactions', 'customers', 'actions'].map((name) => join(data, `${name}.csv`));
  expect((await runToEnd(['ingest', '--preset', 'card', ...files], state)).code).toBe(0);
  expect((await runToEnd(['analyze', '--clusters', '4'], state)).code).toBe(0);
}, 300_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await setup.close();
  workspace.remove();
});

it('scores customers by a model from elsewhere beside the live one', async () => {
  const features = 'recency,frequency,monetary';
  const taken = await runToEnd(['models', 'import', onnx('boosting'), '--name', 'their_churn', '--features', features], state); // prettier-ignore
  expect(taken.output).toMatch(/their_churn-[0-9a-f]{16}\.json: shadow/);
  const out = join(workspace.root, 'scores.csv');
  const scored = await runToEnd(['score', 'their_churn', '--json', '--out', out], state);
  const compared = JSON.parse(scored.output) as ShadowComparison;
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(compared.rows + 1);
  expect(lines[1]).toMatch(/^C-[0-9A-Z]{10},0\.\d+,0\.\d+$/);
  expect(compared).toMatchObject({ unscored: 0, judged: { target: expect.stringContaining('no order within') as unknown } }); // prettier-ignore
  // It was taught that silence means leaving, which is so in this world too.
  expect(compared.correlation).toBeGreaterThan(0.2);
  expect(compared.judged!.shadow.rocAuc).toBeGreaterThan(0.5);
  expect(compared.judged!.live!.rocAuc).toBeGreaterThan(0.5);
  const models = [...(await allDocuments(setup, indices.models.name)).values()] as unknown as Model[];
  expect(models.filter(({ status }) => status === 'shadow').map(({ model }) => model)).toEqual(['their_churn']);
  expect(models.filter(({ status }) => status === 'live').map(({ model }) => model).sort()).toEqual(['anomaly_detectors', 'churn']); // prettier-ignore
  const metrics = [...(await allDocuments(setup, indices.modelMetrics.name)).values()];
  const correlation = metrics.find(({ metric, model }) => metric === 'rank_correlation' && model === 'their_churn');
  expect(correlation).toMatchObject({ group: 'shadow', value: compared.correlation });
}, 240_000);

it('scores transactions by a model from elsewhere, judged by the truth', async () => {
  const features = 'amount_z,log_amount,log_gap_minutes';
  const known = await runToEnd(['models', 'import', onnx('forest'), '--name', 'their_forest', '--kind', 'anomaly', '--lower', '--features', features], state); // prettier-ignore
  expect([known.code, known.errors]).toEqual([0, '']);
  const scored = await runToEnd(['score', 'their_forest', '--json', '--truth', join(data, 'truth.csv')], state);
  const compared = JSON.parse(scored.output) as ShadowComparison;
  expect(compared).toMatchObject({ rows: 8_000, unscored: 0, judged: { rows: 8_000, target: 'planted anomalies' } });
  expect(compared.judged!.live!.rocAuc).toBeGreaterThan(0.8);
}, 240_000);

it('says in one line which model is not there, and exits with 1', async () => {
  const { code, errors } = await runToEnd(['score', 'nobody'], state);
  expect([code, errors.split('\n')[0]]).toEqual([1, 'Error: No imported model is called "nobody".']);
});
