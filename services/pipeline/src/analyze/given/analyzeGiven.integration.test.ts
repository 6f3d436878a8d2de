import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexDefinition, allIndices, indices, runIndex } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { compareRuns } from '../../runs/compareRuns';
import { type RunFile, listManifests } from '../../runs/manifestFiles';
import { openStateFolder } from '../../stateFolder';
import { readMeta } from '../../store/schema';
import { literal } from '../../store/sqlText';
import { Store } from '../../store/store';
import { ingestWorld } from '../../testing/ingestWorld';
import { startCli } from '../../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../../testing/workspace';
import { readSql } from '../readSql';
import { createActionView, createSpendView } from '../spendView';
import { givenTables } from './findGiven';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const own = join(workspace.root, 'state');
const given = join(workspace.root, 'state-2');
const features = join(workspace.root, 'features');

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await ingestWorld(workspace, pipeline, { world: 'card', users: 400, transactions: 8_000, seed: 5, end, days: 200 });
  cpSync(own, given, { recursive: true });
  await writeFeatures();
}, 300_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup.close(), pipeline.close()]);
  workspace.remove();
});

async function writeFeatures(): Promise<void> {
  const store = await Store.open(openStateFolder(given));
  try {
    const { timeZone } = await readMeta(store);
    await createSpendView(store, timeZone!);
    await createActionView(store, timeZone!);
    for (const table of givenTables) {
      mkdirSync(join(features, table), { recursive: true });
      await store.run(`COPY (${readSql(table)}) TO ${literal(join(features, table, 'part-0.parquet'))} (FORMAT parquet)`); // prettier-ignore
      writeFileSync(join(features, table, '_SUCCESS'), '');
    }
  } finally {
    store.close();
  }
}

async function runAnalyze(state: string, ...args: string[]): Promise<{ code: number | null; told: string }> {
  const child = startCli(['analyze', '--seed', '3', ...args], state);
  let told = '';
  child.stderr!.on('data', (text: Buffer) => (told += text.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, told };
}

const runOf = (state: string): RunFile => listManifests(join(state, 'pipeline', 'runs')).find(({ kind }) => kind === 'analyze')!; // prettier-ignore

/** What readers see of a run, without its id and times. */
async function documentsOf({ run_id: id }: RunFile): Promise<unknown> {
  const names = [indices.customers, indices.segments].map((index) => runIndex(index, id));
  const found = await Promise.all(names.map((name) => allDocuments(setup, name)));
  return found.flatMap((documents) =>
    [...documents]
      .map(([key, { created_at: _created, run_id: _run, ...rest }]) => [key.replace(id, ''), rest] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
}

it('gives by features from files the segments, churn and customers that own features give, and notes the files', async () => {
  expect((await runAnalyze(own)).code).toBe(0);
  expect(await runAnalyze(given, '--features', features)).toMatchObject({ code: 0 });
  const [byOwn, byFiles] = [runOf(own), runOf(given)];
  expect(await documentsOf(byFiles)).toEqual(await documentsOf(byOwn));
  const { outputs, ...compared } = compareRuns(byOwn, byFiles);
  expect(compared).toMatchObject({ equalInputs: false, parameters: [] });
  // The churn model's card names what it was made of, the files too.
  expect(outputs.filter(({ equal }) => !equal).map(({ kind }) => kind)).toEqual(['model']);
  expect(outputs.length).toBeGreaterThan(5);
  const files = byFiles.manifest.inputs.filter(({ kind }) => kind === 'file');
  expect(files.map(({ name }) => name)).toEqual([...givenTables]);
  expect(files.every(({ content_hash }) => /^sha256:[0-9a-f]{64}$/.test(content_hash))).toBe(true);
}, 300_000);

it('says what is wrong with a file, and how to mend it', async () => {
  const { code, told } = await runAnalyze(given, '--features', join(features, 'top_category', 'part-0.parquet'));
  expect(code).toBe(1);
  expect(told).toMatch(
    /Error: Features \(customer_features\): the column transactions is missing\.\nFix: Make it with/
  );
}, 120_000);
