import { Store } from '../store/store';
import { TestWorkspace } from '../testing/workspace';
import { type Original, mostIps, readOriginals } from './readOriginals';

const workspace = new TestWorkspace();
let store: Store;

beforeAll(async () => {
  store = await Store.open(workspace.folder);
  await store.run(`CREATE TABLE work.tokens AS SELECT 'c' || n AS original, 'C-' || n AS token FROM range(200) t(n)`);
  await store.run(`CREATE TABLE work.visits AS
    SELECT 'c' || (n % 100) AS customer, '10.0.' || (n // 100 % 70) || '.1' AS ip, CAST(NULL AS SMALLINT) AS problem
    FROM range(14000) t(n) UNION ALL SELECT 'c1', '10.9.9.9', 3`);
  await store.run(`CREATE TABLE work.people AS
    SELECT 'c' || n AS customer, 'name ' || n AS name, CAST(NULL AS SMALLINT) AS problem FROM range(50, 200) t(n)`);
});
afterAll(() => {
  store.close();
  workspace.remove();
});

async function read(rowsOfPart?: number): Promise<Original[]> {
  const sources = { rows: 14_000, withIp: ['visits'], customers: { table: 'people', name: true, card: false } };
  const found: Original[] = [];
  for await (const original of readOriginals(store, sources, rowsOfPart)) {
    found.push(original);
  }
  return found.sort((a, b) => (a.token < b.token ? -1 : 1));
}

it('gives every customer once, with the first valid addresses and the name', async () => {
  const originals = await read();
  expect(originals.map(({ token }) => token)).toEqual(Array.from({ length: 200 }, (_, n) => `C-${n}`).sort());
  expect(originals.filter(({ ips }) => ips?.split(',').length === mostIps)).toHaveLength(100);
  expect(originals.filter(({ name }) => name)).toHaveLength(150);
  expect(originals.some(({ ips }) => ips?.includes('10.9.9.9'))).toBe(false);
});

it('gives the same in parts', async () => {
  expect(await read(1_000)).toEqual(await read());
});
