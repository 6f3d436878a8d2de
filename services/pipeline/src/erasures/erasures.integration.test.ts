import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Erasure, type Identity, type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { analyze } from '../analyze/analyze';
import { generateWorld } from '../generate/generateWorld';
import { type IngestOptions, ingest } from '../ingest/ingest';
import { loadPreset } from '../ingest/loadMapping';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const data = join(workspace.root, 'data');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const options: IngestOptions = {
  input: { files: ['transactions', 'customers', 'actions'].map((name) => join(data, `${name}.csv`)) },
  mapping: loadPreset('card'),
  maxRejects: { count: 0 },
  replace: false,
  now: new Date(),
};
let person: Identity;

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Math.floor(Date.now() / 1000) * 1000 - 60_000);
  const size = { users: 60, transactions: 1_500, days: 90 };
  await generateWorld({ world: 'card', ...size, seed: 8, end, out: data, format: 'csv' });
  await workspace.job(pipeline, 'ingest', (context) => ingest(context, options));
  const people = [...(await allDocuments(setup, indices.identities.name)).values()] as unknown as Identity[];
  person = people.find(({ kind }) => kind === 'customer')!;
  expect(await rowsOf(person.token)).not.toEqual([0, 0, 0]);
  // As the API leaves it, which erases what is in Elasticsearch.
  const receipt: Omit<Erasure, 'by'> & { by: object } = {
    token: person.token,
    status: 'done',
    by: { sub: 'user:1', login: 'kim', type: 'user', role: 'Admin' },
    at: new Date().toISOString(),
    counts: {},
  };
  await setup.index({ index: indices.erasures.name, id: 'er-1', document: receipt, refresh: true });
  await emptyIndices(
    setup,
    [indices.transactions, indices.actions, indices.identities].map(({ pattern }) => pattern)
  );
  await installTemplates(setup);
});
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

/** Rows of a customer in the working store: of transactions, actions, customers. */
async function rowsOf(token: string): Promise<number[]> {
  const counts = ['transactions', 'actions', 'customers'].map(
    (table) => `(SELECT count(*) FROM ${table} WHERE user_id = '${token}')`
  );
  const [row] = JSON.parse(await workspace.query(`SELECT ${counts.map((count, i) => `${count} AS n${i}`).join(', ')}`));
  return Object.values(row);
}

/** Indices in which some document holds the text. */
async function placesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, readAs } of allIndices as readonly IndexDefinition[]) {
    const documents = await allDocuments(setup, readAs);
    if ([...documents.values()].some((document) => JSON.stringify(document).includes(text))) {
      found.push(name);
    }
  }
  return found;
}

it('takes an erased person out of the store and out of what an analysis publishes', async () => {
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, { k: 3, seed: 1, now: new Date() }));
  expect(await rowsOf(person.token)).toEqual([0, 0, 0]);
  expect(await placesWith(person.token)).toEqual([indices.erasures.name]);
  expect((await allDocuments(setup, indices.customers.readAs)).size).toBe(59);
});

it('leaves them out where their rows are ingested again, and keeps everybody else', async () => {
  // Another file for all the log knows: the same bytes would not be read again.
  appendFileSync(join(data, 'customers.csv'), '\n');
  await workspace.job(pipeline, 'ingest', (context) => ingest(context, options));
  expect(await rowsOf(person.token)).toEqual([0, 0, 0]);
  expect(await placesWith(person.token)).toEqual([indices.erasures.name]);
  expect(await placesWith(person.original)).toEqual([]);
  const stored = await workspace.query('SELECT count(*) AS n FROM transactions');
  expect((await allDocuments(setup, indices.transactions.readAs)).size).toBe(JSON.parse(stored)[0].n);
});
