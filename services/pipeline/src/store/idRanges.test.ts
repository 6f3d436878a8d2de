import { TestWorkspace } from '../testing/workspace';
import { idRanges } from './idRanges';
import { Store } from './store';

const workspace = new TestWorkspace();
let store: Store;

beforeAll(async () => (store = await Store.open(workspace.folder)));
afterAll(() => {
  store.close();
  workspace.remove();
});

async function table(customers: number): Promise<void> {
  await store.run(`CREATE OR REPLACE TABLE t AS SELECT 'C-' || hash(i) AS user_id FROM range(${customers}) r(i)`);
}

const read = async (condition: string): Promise<string[]> =>
  (await store.rows<{ user_id: string }>(`SELECT user_id FROM t WHERE ${condition} ORDER BY user_id`)).map(({ user_id }) => user_id); // prettier-ignore

it.each([0, 9, 10, 11, 30, 35])(
  'cuts %i customers into parts of ten that hold each of them once',
  async (customers) => {
    await table(customers);
    const parts: string[][] = [];
    for (const part of await idRanges(store, 't', 10)) {
      parts.push(await read(part('user_id')));
    }
    expect(parts.flat()).toEqual(await read('true'));
    expect(parts.map(({ length }) => length).slice(0, -1)).toEqual(Array(Math.floor(customers / 10)).fill(10));
  }
);
