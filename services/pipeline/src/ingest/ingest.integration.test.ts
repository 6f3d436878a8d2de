import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Anomaly,
  type Identity,
  type IndexDefinition,
  type Run,
  allIndices,
  indices,
} from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { analyze } from '../analyze/analyze';
import { generateWorld } from '../generate/generateWorld';
import { registryOf } from '../models/registry';
import { RunRecorder } from '../runs/runRecorder';
import { findLeaks } from '../testing/findLeaks';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { watch } from '../watch/watch';
import { type IngestOptions, ingest } from './ingest';
import { loadPreset } from './loadMapping';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const grafana = elasticAs('grafana');
const workspace = new TestWorkspace();
const data = join(workspace.root, 'data');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const end = new Date(Math.floor(Date.now() / 1000) * 1000 - 60_000);

const options: IngestOptions = {
  input: { files: ['transactions', 'customers', 'actions'].map((name) => join(data, `${name}.csv`)) },
  mapping: loadPreset('card'),
  maxRejects: { count: 0 },
  replace: false,
  now: new Date(),
};
const analyzeOptions = { k: 6, seed: 1, now: new Date() };

const rowsOf = (name: string): string[] =>
  readFileSync(join(data, `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await generateWorld({
    world: 'card',
    users: 150,
    transactions: 3_000,
    seed: 5,
    end,
    days: 120,
    out: data,
    format: 'csv',
  });
  await workspace.job(pipeline, 'ingest', (context) => ingest(context, options));
});
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline, grafana].map((client) => client.close()));
  workspace.remove();
});

const snapshot = async (): Promise<unknown> => ({
  transactions: [...(await allDocuments(setup, indices.transactions.readAs))].sort(),
  actions: [...(await allDocuments(setup, indices.actions.readAs))].sort(),
  identities: [...(await allDocuments(setup, indices.identities.name))].sort(),
});

it('stores every row of the files, with the customer’s traits in each transaction', async () => {
  const stored = await allDocuments(setup, indices.transactions.readAs, grafana);
  expect(stored.size).toBe(3_000);
  expect((await allDocuments(setup, indices.actions.readAs, grafana)).size).toBe(rowsOf('actions').length);
  expect([...stored.values()].every((document) => document.grade && document.age_band && document.region)).toBe(true);
});

it('changes nothing when the same files are ingested again', async () => {
  const before = await snapshot();
  await workspace.job(pipeline, 'ingest', (context) => ingest(context, options));
  expect(await snapshot()).toEqual(before);
});

it('keeps what was there, also with --replace, where another customer’s identity has the token', async () => {
  const people = [...(await allDocuments(setup, indices.identities.name)).values()] as unknown as Identity[];
  const { token, original } = people.find(({ kind }) => kind === 'customer')!;
  const identity = { index: indices.identities.name, id: token, refresh: true } as const;
  const rows = (): Promise<string> =>
    workspace.query('SELECT count(*), sum(amount), (SELECT count(*) FROM ingests) FROM transactions');
  const before = [await rows(), [...(await allDocuments(setup, indices.transactions.readAs))].sort()];
  await setup.update({ ...identity, doc: { original: 'somebody else' } });
  const again = workspace.job(pipeline, 'ingest', (context) => ingest(context, { ...options, replace: true }));
  await expect(again).rejects.toThrow(/Two different customers have the token/);
  expect([await rows(), [...(await allDocuments(setup, indices.transactions.readAs))].sort()]).toEqual(before);
  await setup.update({ ...identity, doc: { original } });
});

it('publishes an analysis under its run and leaves states alone', async () => {
  const state = { index: indices.states.name, id: 'account-test', refresh: true } as const;
  await setup.index({ ...state, document: { target: { type: 'account', id: 'C-TEST' } } });
  const first = await workspace.job(pipeline, 'analyze', (context) => analyze(context, analyzeOptions));
  const second = await workspace.job(pipeline, 'analyze', (context) => analyze(context, analyzeOptions));
  const customers = [...(await allDocuments(setup, indices.customers.readAs, grafana)).values()];
  const segments = [...(await allDocuments(setup, indices.segments.readAs, grafana)).values()];
  expect(customers).toHaveLength(150);
  expect(new Set(customers.map(({ run_id: id }) => id))).toEqual(new Set([second]));
  expect(segments.map(({ run_id: id }) => id)).toEqual(Array(6).fill(second));
  const clustered = customers.filter(({ cluster }) => cluster !== undefined);
  expect(segments.reduce((sum, { size }) => sum + Number(size), 0)).toBe(clustered.length);
  expect(clustered.length).toBeGreaterThan(140);
  expect(first).not.toBe(second);
  // The same data twice: everybody stayed where they were.
  const moved = [...(await allDocuments(setup, indices.segmentMigrations.readAs, grafana)).values()];
  expect(moved.every((cell) => cell.stayed && cell.previous_run_id === first && cell.run_id === second)).toBe(true);
  expect(moved.reduce((sum, { customers: n }) => sum + Number(n), 0)).toBe(clustered.length);
  const choices = [...(await allDocuments(setup, indices.clusterChoices.readAs, grafana)).values()];
  expect(choices.filter(({ verdict }) => String(verdict).includes('suggested'))).toHaveLength(1);
  expect(choices.find(({ verdict }) => String(verdict).includes('used'))).toMatchObject({ k: 6, run_id: second });
  expect((await setup.get<Run>({ index: indices.runs.name, id: second }))._source!.rfm!.version).toBe('quintiles-1');
  expect(new Set(clustered.map((customer) => (customer.rfm as { version: string }).version))).toEqual(new Set(['quintiles-1'])); // prettier-ignore
  expect((await setup.get({ index: state.index, id: state.id })).found).toBe(true);
  // Of 150 customers no model is learnt: the comparison is there and empty, the pictures rest on the rule of inactivity.
  expect([...(await allDocuments(setup, indices.churnModels.readAs, grafana)).values()]).toEqual([]);
  const figures = [...(await allDocuments(setup, indices.customerFigures.readAs, grafana)).values()];
  expect(new Set(figures.map(({ run_id: id }) => id))).toEqual(new Set([second]));
  expect(figures.find(({ kind }) => kind === 'total')).toMatchObject({
    field: 'inactive',
    customers: clustered.length,
  });
  const hours = figures.filter(({ kind }) => kind === 'anomaly_hour');
  expect(hours.reduce((sum, { anomalies }) => sum + Number(anomalies ?? 0), 0)).toBe(30);
  const found = [...(await allDocuments(setup, indices.insights.readAs, grafana)).values()];
  expect(found.length).toBeGreaterThan(3);
  expect(found.every(({ verdict, run_id: id }) => id === second && String(verdict).endsWith('.'))).toBe(true);
});

it('keeps the anomalies of the last run only, at or above the floor, one per cent at or above the threshold', async () => {
  const anomalies = [...(await allDocuments(setup, indices.anomalies.name, grafana)).values()];
  expect(Math.min(...anomalies.map(({ anomalyScore }) => Number(anomalyScore)))).toBeGreaterThanOrEqual(0.5);
  expect(new Set(anomalies.map(({ run_id: id }) => id)).size).toBe(1);
  const alarming = (entity: string): number =>
    anomalies.filter(({ entity_type, anomalyScore }) => entity_type === entity && Number(anomalyScore) >= 0.8).length;
  // One per cent of 3,000 transactions, and of 150 customers.
  expect([alarming('transaction'), alarming('customer')]).toEqual([30, 1]);
  expect(anomalies.every(({ reasons }) => Array.isArray(reasons) && reasons.length > 0)).toBe(true);
});

it('stores each detector’s own score and votes for those that flag it', async () => {
  const all = [...(await allDocuments(setup, indices.anomalies.name, grafana)).values()] as unknown as Anomaly[];
  const anomalies = all.filter(({ entity_type }) => entity_type === 'transaction');
  expect(anomalies.length).toBeLessThan(all.length);
  for (const { scores, votes } of anomalies) {
    const given = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(given.map(([name]) => name)).toEqual(['autoencoder', 'isolation_forest', 'lstm']);
    expect(given.every(([, score]) => score >= 0 && score <= 1)).toBe(true);
    expect([...votes!].sort()).toEqual(given.filter(([, score]) => score >= 0.8).map(([name]) => name));
  }
  expect(new Set(anomalies.map(({ votes }) => votes!.length))).toEqual(new Set([0, 1, 2, 3]));
});

it('gives the same results and the same model from the same data and seed', async () => {
  const results = async (): Promise<unknown> => {
    const documents = [...(await allDocuments(setup, indices.customers.readAs, grafana)).values()];
    const anomalies = await allDocuments(setup, indices.anomalies.name, grafana);
    return {
      customers: documents
        .map(({ run_id: _run, created_at: _at, ...rest }) => rest)
        .sort((a, b) => (String(a.user_id) < String(b.user_id) ? -1 : 1)),
      anomalies: [...anomalies]
        .map(([id, { run_id: _run, scored_at: _at, ...rest }]) => ({ id, ...rest }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      models: await Promise.all(
        ['anomaly_detectors', 'churn'].map((name) => registryOf(workspace.folder).history(name))
      ),
    };
  };
  const before = await results();
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, analyzeOptions));
  expect(await results()).toEqual(before);
});

it('scores the live feed', async () => {
  const ending = new AbortController();
  const run = await RunRecorder.start(pipeline, 'watch', { note: () => {} });
  let written = 0;
  await watch(
    { client: pipeline, folder: workspace.folder, run },
    {
      feed: 'card',
      rate: 20,
      seed: 5,
      signal: ending.signal,
      onProgress: (transactions) => {
        written = transactions;
        ending.abort();
      },
    }
  );
  expect(written).toBeGreaterThan(0);
  expect((await allDocuments(setup, indices.transactions.readAs, grafana)).size).toBe(3_000 + written);
});

it('shows Grafana’s user no original id, name, card or full address', async () => {
  const customers = rowsOf('customers').map((line) => line.split(','));
  const addresses = rowsOf('transactions').map((line) => line.split(',')[11]!);
  const originals = [
    ...customers.flatMap((cells) => [cells[0]!, cells[1]!, cells.at(-1)!]),
    ...addresses.filter((address) => address !== '' && !address.endsWith('.0')),
  ];
  const numbers = customers.map((cells) => cells[0]!.slice(1));
  const readable = (allIndices as readonly IndexDefinition[]).filter(({ grafanaReads }) => grafanaReads);
  const documents: [string, unknown][] = [];
  for (const index of readable) {
    documents.push(...(await allDocuments(setup, index.readAs, grafana)));
  }
  expect(documents.length).toBeGreaterThan(3_300);
  expect(findLeaks(documents, { values: originals, numbers })).toEqual([]);
  const known = [...(await allDocuments(setup, indices.identities.name)).values()];
  expect(known.filter(({ original }) => originals.includes(String(original)))).toHaveLength(300);
});

it('does not let Grafana’s user read identities and quarantine', async () => {
  for (const { name } of [indices.identities, indices.quarantine]) {
    await expect(grafana.search({ index: name })).rejects.toMatchObject({ statusCode: 403 });
  }
});
