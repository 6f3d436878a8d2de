import { TestWorkspace } from '../testing/workspace';
import { Store } from './store';
import { tableHash } from './tableHash';

const workspace = new TestWorkspace();
let store: Store;

beforeAll(async () => {
  store = await Store.open(workspace.folder);
});
afterAll(() => {
  store.close();
  workspace.remove();
});

async function hashOf(rows: string): Promise<string> {
  await store.run(`CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES ${rows}) v(seq, name, kind, amount)`);
  return (await tableHash(store, 't', ['seq'])).content_hash;
}

it('tells rows apart by their values alone', async () => {
  const first = await hashOf(`(1, 'a', 'x', 0.1), (2, 'b', NULL, 2)`);
  expect(await hashOf(`(2, 'b', NULL, 2), (1, 'a', 'x', 0.1)`)).toBe(first);
  expect(await hashOf(`(8, 'a', 'x', 0.1), (9, 'b', NULL, 2)`)).toBe(first);
  const others = [
    `(1, 'a', 'x', 0.1), (2, 'b', '-', 2)`,
    `(1, 'a', 'x', 0.1), (2, 'b', '', 2)`,
    `(1, 'a', 'x', 0.10000000000000002), (2, 'b', NULL, 2)`,
    `(1, 'x', 'a', 0.1), (2, 'b', NULL, 2)`,
    `(1, 'a', 'x', 0.1), (2, 'b', NULL, 2), (3, 'c', NULL, 2)`,
    `(1, 'a,1:x', 'x', 0.1), (2, 'b', NULL, 2)`,
  ];
  const hashes = [first];
  for (const rows of others) {
    hashes.push(await hashOf(rows));
  }
  expect(new Set(hashes).size).toBe(7);
});

it('counts the rows, none included', async () => {
  await store.run('CREATE OR REPLACE TABLE t (n INTEGER)');
  expect(await tableHash(store, 't')).toEqual({ rows: 0, content_hash: 'rows:0' });
});
