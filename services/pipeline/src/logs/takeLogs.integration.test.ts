import { once } from 'node:events';
import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { runToEnd, startCli } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const workspace = new TestWorkspace();
const state = join(workspace.root, 'state');
const log = join(workspace.root, 'app.log');
let written = 0;

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
});
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await setup.close();
  workspace.remove();
});

/** Lines as Spring Boot writes them: actions, with one line between that is none. */
function add(actions: number): void {
  for (let i = 0; i < actions; i++) {
    const at = new Date(Date.UTC(2026, 0, 5) + 1_000 * written).toISOString();
    const mdc = { userId: `user-${written % 50}`, action: written % 3 === 0 ? 'login' : 'view' };
    const line = { '@timestamp': at, level: 'INFO', logger: 'bank.Web', message: 'done', mdc };
    appendFileSync(log, `${JSON.stringify(line)}\n{"@timestamp":"${at}","level":"DEBUG","message":"noise"}\n`);
    written++;
  }
}

const actions = async (): Promise<Record<string, unknown>[]> => [...(await allDocuments(setup, indices.actions.readAs)).values()]; // prettier-ignore
const take = (): ReturnType<typeof runToEnd> => runToEnd(['logs', log, '--preset', 'card'], state);

it('loses and doubles nothing over rotations of both kinds and a kill', async () => {
  add(200);
  expect(await take()).toMatchObject({ code: 0 });
  add(100);
  renameSync(log, `${log}.1`);
  add(100);
  const child = startCli(['logs', log, '--preset', 'card'], state);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.stdout!.resume();
  child.stderr!.on('data', (text: Buffer) => /Read and check/.test(text.toString()) && child.kill('SIGKILL'));
  expect((await exit)[0]).toBeNull();
  add(50);
  expect(await take()).toMatchObject({ code: 0 });
  expect(await actions()).toHaveLength(450);
  add(25);
  copyFileSync(log, `${log}.2`);
  truncateSync(log);
  add(25);
  expect(await take()).toMatchObject({ code: 0 });
  const found = await actions();
  expect(found).toHaveLength(written);
  expect(await workspace.query('SELECT count(*) AS n, count(DISTINCT action_id) AS ids FROM actions')).toBe(
    JSON.stringify([{ n: written, ids: written }])
  );
  // User ids are tokens.
  expect(new Set(found.map(({ user_id }) => user_id)).size).toBe(50);
  expect(JSON.stringify(found)).not.toContain('user-');
}, 300_000);

it('puts bad lines into quarantine with file, line and reason, and takes the others', async () => {
  const other = join(workspace.root, 'other.log');
  const good = '{"@timestamp":"2026-01-06T00:00:00Z","userId":"user-1","action":"login"}';
  const nobody = '{"@timestamp":"2026-01-06T00:00:01Z","action":"login"}';
  writeFileSync(other, `noise\n${good}\n{"broken\n{"level":"INFO"}\n${nobody}\n`);
  const before = (await actions()).length;
  expect(await runToEnd(['logs', other, '--preset', 'card'], state)).toMatchObject({ code: 0 });
  expect(await actions()).toHaveLength(before + 1);
  const rejects = [...(await allDocuments(setup, indices.quarantine.readAs)).values()];
  expect(rejects.map(({ file, line, code }) => [file, line, code]).sort()).toEqual([
    ['other.log.1.jsonl', 1, 'bad_json'],
    ['other.log.1.jsonl', 3, 'bad_json'],
    ['other.log.1.jsonl', 5, 'missing_user_id'],
  ]);
}, 120_000);
