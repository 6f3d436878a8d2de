import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type ChurnFigure,
  type ChurnModel,
  type Customer,
  type IndexDefinition,
  type Run,
  allIndices,
  indices,
} from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { Checkpoint } from '../runs/checkpoint';
import { ingestWorld } from '../testing/ingestWorld';
import { startCli } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const grafana = elasticAs('grafana');
const workspace = new TestWorkspace();
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await ingestWorld(workspace, pipeline, { world: 'card', users: 400, transactions: 8_000, seed: 5, end, days: 200 });
}, 300_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline, grafana].map((client) => client.close()));
  workspace.remove();
});

const customers = async (): Promise<Customer[]> => [...(await allDocuments(setup, indices.customers.readAs)).values()] as unknown as Customer[]; // prettier-ignore
const runOf = async (id: string): Promise<Run> => (await setup.get<Run>({ index: indices.runs.name, id }))._source!;

/** Runs `analyze`; interrupted as one does, while models are compared, where asked. Gives the exit code. */
async function runAnalyze(flags: readonly string[], cancel = false): Promise<number | null> {
  const child = startCli(['analyze', ...flags], join(workspace.root, 'state'));
  const exit = once(child, 'exit') as Promise<[number | null]>;
  for await (const line of createInterface({ input: child.stderr! })) {
    if (cancel && line.startsWith('Comparing churn models')) {
      child.kill('SIGTERM');
    }
  }
  return (await exit)[0];
}

/** The id that an interrupted run left its results under. */
const interruptedRun = (): string => Checkpoint.interrupted(workspace.folder.checkpoint)!.run.run_id;

it('says cancelled, shows nothing of it, and goes on with what was done', async () => {
  expect(await runAnalyze(['--seed', '4'])).toBe(0);
  const [{ run_id: published }] = (await customers()) as [Customer];

  expect(await runAnalyze(['--seed', '3'], true)).toBe(130);
  const id = interruptedRun();
  expect(await runOf(id)).toMatchObject({ status: 'cancelled' });
  expect(new Set((await customers()).map(({ run_id }) => run_id))).toEqual(new Set([published]));
  const { stages } = Checkpoint.interrupted(workspace.folder.checkpoint)!;
  expect(Object.keys(stages)).toEqual(expect.arrayContaining(['Train detectors', 'Score']));
  expect(Object.keys(stages)).not.toContain('Churn');

  expect(await runAnalyze(['--seed', '3'])).toBe(0);
  const run = await runOf(id);
  expect(run.status).toBe('succeeded');
  expect(run.stages.filter(({ kept }) => kept).map(({ name }) => name)).toContain('Train detectors');
  const after = await customers();
  expect(new Set(after.map(({ run_id }) => run_id))).toEqual(new Set([id]));
  expect(Checkpoint.interrupted(workspace.folder.checkpoint)).toBeUndefined();

  // What the analysis says of a customer adds up, and is worth something.
  const explained = after.filter(({ churn_reason_details }) => churn_reason_details);
  expect(explained.length).toBeGreaterThan(300);
  for (const { churn_probability: p, churn_reason_details: details, churn_reasons = [] } of explained) {
    const sum = details!.parts.reduce((total, { contribution }) => total + contribution, details!.base + details!.rest);
    expect(sum).toBeCloseTo(Math.log(p! / (1 - p!)), 3);
    expect(details!.parts).toHaveLength(churn_reasons.length);
  }
  expect(after.filter(({ clv }) => clv! > 0).length).toBeGreaterThan(300);
}, 600_000);

it('begins anew where the threshold is chosen for something else', async () => {
  expect(await runAnalyze(['--seed', '5'], true)).toBe(130);
  const id = interruptedRun();
  expect(await runAnalyze(['--seed', '5', '--churn-threshold', 'recall:0.8'])).toBe(0);
  expect(await runOf(id)).toMatchObject({ status: 'cancelled' });
  const [{ run_id }] = (await customers()) as [Customer];
  expect(run_id).not.toBe(id);
  expect((await runOf(run_id)).manifest!.parameters).toMatchObject({ churn_threshold: 'recall:0.8' });
}, 600_000);

it('shows Grafana the comparison of its models, each customer tested once, with the probabilities in service beside it', async () => {
  const read = async <Document>(alias: string): Promise<Document[]> => [...(await allDocuments(setup, alias, grafana)).values()] as unknown as Document[]; // prettier-ignore
  const [{ run_id: id }] = (await customers()) as [Customer];
  const models = await read<ChurnModel>(indices.churnModels.readAs);
  const figures = await read<ChurnFigure>(indices.churnFigures.readAs);
  expect(new Set([...models, ...figures].map(({ run_id }) => run_id))).toEqual(new Set([id]));
  expect(models.filter(({ split, believed }) => believed && split === models[0]!.split).length).toBeGreaterThan(10);
  for (const { model, split, rows, positives, confusion: said, report } of models) {
    expect(said.true_positives + said.false_negatives).toBe(positives);
    expect(said.true_negatives + said.false_positives).toBe(rows - positives);
    expect(report.leaves.recall).toBeCloseTo(said.true_positives / positives, 5);
    const of = (kind: string): ChurnFigure[] => figures.filter((each) => each.kind === kind && each.model === model && each.split === split); // prettier-ignore
    expect(of('confusion').find(({ actual }) => actual === 'left')!.said_leaves).toBe(said.true_positives);
    // Ten bins hold every customer, before the calibration and after, and the same leavers.
    for (const kind of ['calibration', 'calibration_after']) {
      expect(of(kind).reduce((sum, bin) => sum + bin.rows!, 0)).toBe(rows);
      expect(of(kind).reduce((sum, bin) => sum + bin.rows! * bin.y!, 0)).toBeCloseTo(positives, 2);
    }
  }
  const { metrics } = (await runOf(id)).manifest!;
  const served = models.find(({ in_service, believed }) => in_service && believed)!;
  expect(served.served_brier!.calibrated).toBeCloseTo(metrics.churn_brier!, 5);
  expect(served.served_brier!.raw).toBeCloseTo(metrics.churn_brier_uncalibrated!, 5);
}, 60_000);
