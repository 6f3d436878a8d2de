import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type IndexDefinition,
  type Model,
  type ModelComparison,
  type ModelMetric,
  type ModelRef,
  allIndices,
  driftMetrics,
  indices,
} from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { type ModelContent, type ModelRegistry, modelsFolder, openRegistry } from '@spendscope/registry';
import { elasticAs } from '@spendscope/testing';
import type { DriftPoint } from '../drift/driftPoint';
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

it('holds what is loaded against what the live model learnt from, and stores the figures', async () => {
  const { code, output } = await runToEnd(['monitor-models', '--json'], state);
  expect(code).toBe(0);
  const { version, points } = JSON.parse(output) as { version: string; points: DriftPoint[] };
  const stored = [...(await allDocuments(setup, indices.modelMetrics.name)).values()] as unknown as ModelMetric[];
  const ours = stored.filter(({ metric }) => (driftMetrics as readonly string[]).includes(metric));
  expect(ours).toHaveLength(points.length);
  expect(new Set(ours.map(({ model_version: of }) => of))).toEqual(new Set([version]));
  const value = (group: string, metric: string): number => ours.find((each) => each.group === group && each.metric === metric)!.value; // prettier-ignore
  expect(value('feature/recency', 'psi')).toBeGreaterThanOrEqual(0);
  expect(value('score/all', 'ks')).toBeLessThanOrEqual(1);
  expect(value('calibration/all', 'observed_rate')).toBeGreaterThan(0);
  expect(value('calibration/10', 'expected_rate')).toBeGreaterThan(value('calibration/01', 'expected_rate'));
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

/** The registry of the state folder, as another program opens it. */
const registry = (): ModelRegistry => openRegistry(modelsFolder(state), undefined);

/** A version beside the live one, as a run that only offers it would leave it. */
async function variant(name: string, change: (content: Record<string, unknown>) => object): Promise<ModelRef> {
  const { content_hash: _hash, ...content } = await registry().readRef((await registry().head(name)).live!);
  return registry().save(name, { ...content, ...change(content) } as ModelContent);
}
const card = ({ card }: Record<string, unknown>): object => ({ card: { ...(card as object), seed: 99 } });
const diff = async (version: string): Promise<ModelComparison> => {
  const { output, code } = await runToEnd(['models', 'diff', version, '--json'], state);
  expect(code).toBe(0);
  return JSON.parse(output) as ModelComparison;
};

it('tries a version on the newest day beside the live one: the same detectors say the same', async () => {
  const { version } = await variant('anomaly_detectors', card);
  const { metrics, live } = await diff(version);
  expect(live).toBe((await registry().head('anomaly_detectors')).live!.version);
  expect(metrics.compared_rows).toBeGreaterThan(0);
  expect(metrics).toMatchObject({ score_change_mean: 0, score_change_max: 0, alarms_both: metrics.alarms_live });
  const points = [...(await allDocuments(setup, indices.modelMetrics.name)).values()];
  const stored = points.find(({ metric, model_version: of }) => metric === 'compared_rows' && of === version);
  expect(stored).toMatchObject({ value: metrics.compared_rows, group: expect.stringMatching(/^versus ad-\S+ on \d/) });
}, 120_000);

it('finds by how much another calibration of churn differs, with the same ranks', async () => {
  const shifted = ({ calibration }: Record<string, unknown>): object => {
    const { slope, shift } = calibration as { slope: number; shift: number };
    return { calibration: { slope, shift: shift + 0.5 } };
  };
  const { metrics } = await diff((await variant('churn', shifted)).version);
  expect(metrics.compared_rows).toBeGreaterThan(300);
  expect(metrics.score_change_mean).toBeGreaterThan(0.01);
  expect(metrics.rank_correlation).toBeCloseTo(1, 6);
}, 120_000);

it('promotes and rolls back by the command line, which the index of models follows', async () => {
  const before = (await registry().head('churn')).live!;
  const { version } = await variant('churn', card);
  const statusOf = async (of: string): Promise<Model> =>
    [...(await allDocuments(setup, indices.models.name)).values()].find(({ model_version: v }) => v === of) as never;
  const promoted = await runToEnd(['models', 'promote', version, '--reason', 'an exercise'], state);
  expect([promoted.code, promoted.output.trim()]).toEqual([0, expect.stringMatching(`^churn: ${version} is live \\(entry 2, by cli:`)]); // prettier-ignore
  expect(promoted.errors).toContain('The app asks a second person for this; here one was enough.');
  expect(await statusOf(before.version)).toMatchObject({ status: 'retired', history: [{ kind: 'trained' }, { kind: 'promoted' }] }); // prettier-ignore
  const back = await runToEnd(['models', 'rollback', 'churn', '--reason', 'it is over'], state);
  expect(back.code).toBe(0);
  expect(await statusOf(before.version)).toMatchObject({ status: 'live' });
  const { output } = await runToEnd(['models', 'history', 'churn', '--json'], state);
  expect(JSON.parse(output)).toMatchObject([{ kind: 'trained' }, { kind: 'promoted' }, { kind: 'rolled_back', live: before }]); // prettier-ignore
  const again = await runToEnd(['models', 'rollback', 'churn', '--reason', 'further'], state);
  expect([again.code, again.errors.split('\n')[0]]).toEqual([
    1,
    'Error: No version of churn was live before this one.',
  ]);
}, 120_000);

it('says in one line which model is not there, and exits with 1', async () => {
  const { code, errors } = await runToEnd(['score', 'nobody'], state);
  expect([code, errors.split('\n')[0]]).toEqual([1, 'Error: No imported model is called "nobody".']);
});
