import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Labels,
  Random,
  type Table,
  averagePrecision,
  brierScore,
  chooseThreshold,
  histogramBoosting,
  quantileOfSorted,
  rocAuc,
  shuffleFirst,
} from '@spendscope/analytics';
import {
  type IndexDefinition,
  type Model,
  type ModelTrial,
  type Run,
  allIndices,
  indices,
} from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { type ModelRegistry, modelsFolder, openRegistry } from '@spendscope/registry';
import { churnProbability } from '@spendscope/scoring';
import { elasticAs } from '@spendscope/testing';
import { fitChurn } from '../analyze/churn/churnModel';
import { defaultGoal } from '../analyze/churn/thresholdGoal';
import { referenceOf } from '../analyze/churn/trainChurn';
import { ingestWorld } from '../testing/ingestWorld';
import { runToEnd } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { retrainChurn } from './churn/retrainChurn';
import type { Trainer } from './churn/trainCandidate';
import { retrainDetectors } from './detectors/retrainDetectors';
import { retrain } from './retrain';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const state = join(workspace.root, 'state');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date('2026-03-01T09:00:00Z');
  await ingestWorld(workspace, pipeline, { world: 'card', users: 1_200, transactions: 24_000, seed: 5, end, days: 240 }); // prettier-ignore
}, 300_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

/** The registry of the state folder, as another program opens it. */
const registry = (): ModelRegistry => openRegistry(modelsFolder(state), undefined);

/** Retrains as the command line does, by another way of learning where one is given. */
async function trial(train: Trainer, promote = true): Promise<ModelTrial> {
  let found: ModelTrial | undefined;
  const options = { seed: 1, policy: { margin: 0.005, segmentMargin: 0.02, promote }, now: new Date() };
  await workspace.job(pipeline, 'retrain', async (context) => {
    found = await retrain(context, 'churn', options, (within, given) => retrainChurn(within, given, train));
  });
  return found!;
}

async function detectorTrial(given: { seed: number; truth?: string }): Promise<ModelTrial> {
  let found: ModelTrial | undefined;
  const options = { ...given, policy: { margin: 0.005, segmentMargin: 0.02, promote: true }, now: new Date() };
  await workspace.job(pipeline, 'retrain', async (context) => {
    found = await retrain(context, 'anomaly_detectors', options, retrainDetectors);
  });
  return found!;
}

/** One setting, uncalibrated, in a second: what is tried here is the decision. The last test trains as the product does. */
const quick = (table: Table, labels: Labels): ReturnType<Trainer> => {
  const { parameters } = histogramBoosting.candidates[0];
  const model = fitChurn(table, labels, { parameters, calibration: { slope: -1, shift: 0 } });
  const probability = churnProbability(model, table);
  const brier = brierScore(labels, probability);
  return Promise.resolve({
    ...{ model, probability, reasons: [], threshold: chooseThreshold(labels, probability, defaultGoal) },
    rocAuc: rocAuc(probability, labels),
    prAuc: averagePrecision(probability, labels),
    brier: { raw: brier, calibrated: brier },
    reference: referenceOf(table, probability),
  });
};

const plain: Trainer = (table, labels) => quick(table, labels);

/** Learns from answers that belong to other rows, so that there is nothing to learn. */
const shuffled = (table: Table, labels: Labels): ReturnType<Trainer> => {
  const order = shuffleFirst([...labels.keys()], labels.length, new Random(9));
  return quick(
    table,
    Int8Array.from(order, (row) => labels[row]!)
  );
};

/** Learns the contrary of the quarter that spends most at a time. */
const contrary = (table: Table, labels: Labels): ReturnType<Trainer> => {
  const amounts = table.columns.find(({ name }) => name === 'amount_mean')!.values as Float64Array;
  const high = quantileOfSorted(amounts.filter((value) => !Number.isNaN(value)).sort(), 0.75);
  return quick(
    table,
    Int8Array.from(labels, (label, row) => (amounts[row]! > high ? 1 - label : label))
  );
};
/** The same quarter, as a grade. */
const gradesByAmount = `UPDATE customers SET grade = means.grade FROM (
  SELECT user_id, CASE WHEN avg(amount) > quantile_cont(avg(amount), 0.75) OVER () THEN 'VIP' ELSE 'Family' END AS grade
  FROM transactions GROUP BY user_id) means WHERE means.user_id = customers.user_id`;

const kinds = async (): Promise<string[]> => (await registry().history('churn')).map(({ kind }) => kind);
const announced = async (version: string): Promise<Model> =>
  [...(await allDocuments(setup, indices.models.name)).values()].find((one) => one.model_version === version) as never;

it('makes the first one live, with nothing to compare with', async () => {
  const { decision, because, live, candidate_figures: figures } = await trial(shuffled, false);
  expect([decision, because, live]).toEqual(['promoted', ['first'], undefined]);
  expect(figures!.roc_auc).toBeLessThan(0.6);
  expect(await registry().history('churn')).toMatchObject([{ kind: 'trained', by: expect.stringMatching(/^run:/) }]);
}, 120_000);

it('keeps one as the shadow that is better overall and worse in a segment', async () => {
  const before = (await registry().head('churn')).live!;
  await workspace.query(gradesByAmount);
  const { decision, because, segments, difference } = await trial(contrary);
  // Taught the contrary of a quarter, it is worse calibrated, too; the rule alone is in decideTrial.test.
  expect([decision, because]).toEqual(['shadowed', ['calibration_worse', 'segment_worse']]);
  expect(difference!.low).toBeGreaterThan(0);
  expect(segments[0]).toMatchObject({ trait: 'grade', value: 'VIP' });
  expect(segments[0]!.difference).toBeLessThan(-0.02);
  expect(await registry().head('churn')).toMatchObject({ live: before, seq: 2 });
  const [, entry] = await registry().history('churn');
  expect(entry).toMatchObject({ kind: 'shadowed', reason: expect.stringMatching(/worse by more than 0\.02 in .*grade VIP \(−0\.\d+\)/) }); // prettier-ignore
}, 120_000);

it('promotes nothing by itself where nobody said so, though it is better', async () => {
  const before = (await registry().head('churn')).live!;
  const { decision, because, live } = await trial(plain, false);
  expect([decision, because, live]).toEqual(['shadowed', ['better', 'not_asked'], before.version]);
  expect(await registry().head('churn')).toMatchObject({ live: before, seq: 3 });
}, 120_000);

it('promotes a better one, and tells of it wherever models are shown', async () => {
  const before = (await registry().head('churn')).live!;
  const found = await trial(plain);
  expect(found).toMatchObject({ decision: 'promoted', because: ['better'], live: before.version, live_knew: false });
  expect(found.rows).toBeGreaterThan(500);
  expect(found.left_out.map(({ trait }) => trait)).toContain('region');
  const { live } = await registry().head('churn');
  expect(await kinds()).toEqual(['trained', 'shadowed', 'shadowed', 'promoted']);
  expect(await announced(live!.version)).toMatchObject({ status: 'live', card: { trial: found } });
  expect((await announced(before.version)).status).toBe('retired');
  const { card } = await registry().readRef(live!);
  expect(card.metrics.held_out_roc_auc).toBe(found.candidate_figures!.roc_auc);
  // It knows nothing of the days that it was judged on.
  expect(card.data.to! < `${found.from}T00:00`).toBe(true);
  const points = [...(await allDocuments(setup, indices.modelMetrics.name)).values()].filter(({ model_version: of }) => of === live!.version); // prettier-ignore
  const gain = points.find(({ metric, group }) => metric === 'trial_roc_auc_difference' && group === `trial ${before.version} until ${found.to}`); // prettier-ignore
  expect(gain!.value).toBe(found.difference!.difference);
  const runs = [...(await allDocuments(setup, indices.runs.name)).values()] as unknown as Run[];
  const metrics = runs.filter(({ kind }) => kind === 'retrain').map(({ manifest }) => manifest!.metrics);
  expect(metrics.filter(({ churn_trial_promoted: promoted }) => promoted === 1)).toHaveLength(2);
}, 120_000);

it('keeps one that was made worse as the shadow', async () => {
  const before = (await registry().head('churn')).live!;
  const { decision, because, difference } = await trial(shuffled);
  expect(decision).toBe('shadowed');
  expect(because).toEqual(expect.arrayContaining(['not_better', 'by_chance', 'precision_worse']));
  expect(difference!.high).toBeLessThan(0);
  expect((await registry().head('churn')).live).toEqual(before);
}, 120_000);

it('refuses to compare with a poisoned live file, and changes nothing', async () => {
  const { live } = await registry().head('churn');
  const path = join(modelsFolder(state), live!.file);
  const whole = readFileSync(path, 'utf8');
  chmodSync(path, 0o600);
  writeFileSync(path, whole.replace(/"shift":-?\d/, '"shift":9'));
  const [entries, files] = [await kinds(), await registry().files()];
  await expect(trial(plain)).rejects.toThrow(`The model ${live!.file} was changed after it was saved.`);
  const { code, errors } = await runToEnd(['retrain', 'churn', '--promote'], state);
  expect([code, errors]).toEqual([1, expect.stringContaining('was changed after it was saved')]);
  expect([await kinds(), await registry().files()]).toEqual([entries, files]);
  writeFileSync(path, whole);
}, 120_000);

it('retrains by the command line as a job, and says where too few days are left', async () => {
  const refused = await runToEnd(['retrain', 'churn', '--window', '120'], state);
  expect([refused.code, refused.errors]).toEqual([2, expect.stringContaining('120 days cannot be held out')]);
  const { code, output } = await runToEnd(['retrain', 'churn', '--margin', '0.3', '--json'], state);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ margin: 0.3, decision: 'shadowed', live_knew: false });
  expect((await kinds()).at(-1)).toBe('shadowed');
}, 400_000);

it('keeps detectors as the shadow where nothing tells which are better, and states how far they differ', async () => {
  const first = await detectorTrial({ seed: 1 });
  expect([first.decision, first.because, first.judged_by]).toEqual(['promoted', ['first'], 'nothing']);
  const { live } = await registry().head('anomaly_detectors');
  const second = await detectorTrial({ seed: 2 });
  expect([second.decision, second.because, second.live_knew]).toEqual(['shadowed', ['nothing_known'], false]);
  const head = await registry().head('anomaly_detectors');
  expect(head.live).toEqual(live);
  const points = [...(await allDocuments(setup, indices.modelMetrics.name)).values()];
  const differ = points.find(({ metric, model_version: of }) => metric === 'score_change_mean' && of === head.shadow!.version); // prettier-ignore
  expect(differ).toMatchObject({ value: expect.any(Number), group: expect.stringContaining(`versus ${live!.version} on`) }); // prettier-ignore
  // This small world planted too few on those days to judge by, and what cannot be judged is not promoted.
  const few = await detectorTrial({ seed: 1, truth: join(workspace.root, 'data', 'truth.csv') });
  expect(few).toMatchObject({ decision: 'shadowed', because: ['too_few'], judged_by: 'planted anomalies' });
  expect(few.positives).toBeGreaterThan(0);
}, 500_000);

it('leaves live what was decided, where an analysis is told to, and keeps its own models beside it', async () => {
  const histories = () => Promise.all(['churn', 'anomaly_detectors'].map((name) => registry().history(name)));
  const [before, files] = [await histories(), await registry().files()];
  const { code } = await runToEnd(['analyze', '--keep-live', '--clusters', '3'], state);
  expect(code).toBe(0);
  expect(await histories()).toEqual(before);
  const kept = (await registry().files()).filter((file) => !files.includes(file));
  expect(kept.map((file) => file.replace(/-[0-9a-f]{16}\.json$/, '')).sort()).toEqual(['anomaly_detectors', 'churn']);
  const told = [...(await allDocuments(setup, indices.models.name)).values()] as unknown as Model[];
  expect(kept.map((file) => told.find((model) => model.file === file)?.status)).toEqual(['retired', 'retired']);
}, 500_000);
