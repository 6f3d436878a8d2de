import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random, type Table, shuffleFirst } from '@spendscope/analytics';
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
import { elasticAs } from '@spendscope/testing';
import { ingestWorld } from '../testing/ingestWorld';
import { runToEnd } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { retrainChurn } from './churn/retrainChurn';
import { type Trainer, trainer } from './churn/trainCandidate';
import { retrain } from './retrain';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const state = workspace.folder.root;
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
async function trial(train?: Trainer, promote = true): Promise<ModelTrial> {
  let found: ModelTrial | undefined;
  const options = { seed: 1, policy: { margin: 0.005, segmentMargin: 0.02, promote }, now: new Date() };
  await workspace.job(pipeline, 'retrain', async (context) => {
    found = await retrain(context, 'churn', options, (within, given) => retrainChurn(within, given, train));
  });
  return found!;
}

/** Learns from answers that belong to other rows, so that there is nothing to learn. */
const shuffled: Trainer = (table, labels, options) => {
  const order = shuffleFirst([...labels.keys()], labels.length, new Random(9));
  return trainer(table, Int8Array.from(order, (row) => labels[row]!), options); // prettier-ignore
};

/** Learns the contrary of those who order often. */
const contrary: Trainer = (table, labels, options) => {
  const frequency = columnOf(table, 'frequency');
  return trainer(table, labels.map((label, row) => (frequency[row]! > often ? 1 - label : label)), options); // prettier-ignore
};
const often = 12;
const columnOf = ({ columns }: Table, name: string): Float64Array =>
  columns.find((column) => column.name === name)!.values as Float64Array;

it('makes the first one live, with nothing to compare with', async () => {
  const { decision, because, live, candidate_figures: figures } = await trial(shuffled, false);
  expect([decision, because, live]).toEqual(['promoted', ['first'], undefined]);
  expect(figures!.roc_auc).toBeLessThan(0.65);
  expect(await registry().history('churn')).toMatchObject([{ kind: 'trained', by: expect.stringMatching(/^run:/) }]);
}, 240_000);
