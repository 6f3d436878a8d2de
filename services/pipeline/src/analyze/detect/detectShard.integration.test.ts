import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { listManifests } from '../../runs/manifestFiles';
import { ingestWorld } from '../../testing/ingestWorld';
import { TestWorkspace, allDocuments, emptyIndices } from '../../testing/workspace';
import { analyze } from '../analyze';
import { detectShard } from './detectShard';
import { readShard } from './shard';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const workspace = new TestWorkspace();
const shards = 3;

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await ingestWorld(workspace, pipeline, { world: 'card', users: 300, transactions: 6_000, seed: 5, end, days: 200 });
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, { k: 4, seed: 1, now: new Date() }));
}, 300_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

/** Anomalies of transactions as readers see them, without run and times. */
async function anomalies(): Promise<Map<string, unknown>> {
  const found = await allDocuments(setup, indices.anomalies.name);
  const transactions = [...found].filter(([, { entity_type }]) => entity_type === 'transaction');
  return new Map(transactions.sort().map(([id, { run_id: _run, scored_at: _at, ...rest }]) => [id, rest]));
}

const detectIn = (text: string): Promise<string> =>
  workspace.job(pipeline, 'detect', async (context) => void (await detectShard(context, readShard(text)!, new Date())));

it('finds in shards together what the analysis found in the whole, each customer in one shard', async () => {
  const whole = await anomalies();
  expect(whole.size).toBeGreaterThan(50);
  await emptyIndices(setup, [indices.anomalies.pattern]);
  await installTemplates(setup);
  let sum = 0;
  for (let index = 0; index < shards; index++) {
    await detectIn(`${index}/${shards}`);
    const after = (await anomalies()).size;
    expect(after).toBeGreaterThan(sum);
    sum = after;
  }
  expect(await anomalies()).toEqual(whole);
  const runs = listManifests(workspace.folder.runs).filter(({ kind }) => kind === 'detect');
  expect(runs.map(({ manifest }) => manifest.parameters.shard).sort()).toEqual(['0/3', '1/3', '2/3']);
  expect(runs.reduce((all, { manifest }) => all + manifest.metrics.transactions!, 0)).toBe(6_000);
}, 300_000);

it('changes nothing when a shard is done again', async () => {
  const before = await anomalies();
  await detectIn('1/3');
  expect(await anomalies()).toEqual(before);
}, 120_000);

it.each(['3/3', '0/0', '-1/2', '1', '1/2/3', 'a/b', '0/99999'])('takes %s for no shard', (text) => {
  expect(readShard(text)).toBeUndefined();
});
