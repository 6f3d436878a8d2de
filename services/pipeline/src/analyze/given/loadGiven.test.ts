import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSchema } from '../../store/schema';
import { literal } from '../../store/sqlText';
import { Store } from '../../store/store';
import { TestWorkspace } from '../../testing/workspace';
import { loadCustomerTable } from '../customerTable';
import { readSql } from '../readSql';
import { createActionView, createSpendView } from '../spendView';
import { findGiven, givenInputs, givenTables } from './findGiven';
import { loadGiven } from './loadGiven';

const workspace = new TestWorkspace();
const timeZone = 'Asia/Seoul';
let store: Store;
let made = 0;

beforeAll(async () => {
  store = await Store.open(workspace.folder);
  await createSchema(store);
  await store.run(`INSERT INTO transactions (ingest, seq, transaction_id, user_id, ts, amount, type, category_mid)
    SELECT 1, i, 't' || i, 'u' || i % 7, TIMESTAMP '2026-01-01' + to_hours((i * 5)::INTEGER), 10 + i % 13, 'purchase', 'c' || i % 3 FROM range(80) r(i)`);
  await store.run(`INSERT INTO actions (ingest, seq, action_id, user_id, ts, action)
    SELECT 1, i, 'a' || i, 'u' || i % 5, TIMESTAMP '2026-01-10' + to_hours(i::INTEGER), 'login' FROM range(30) r(i)`);
  await store.run("INSERT INTO customers (user_id) SELECT 'u' || i FROM range(7) r(i)");
  await createSpendView(store, timeZone);
  await createActionView(store, timeZone);
});
afterAll(() => {
  store.close();
  workspace.remove();
});

/** Writes a table as the Spark job does; `sql` may change it. */
async function write(folder: string, table: string, sql = (own: string): string => own): Promise<void> {
  const path = join(folder, table);
  mkdirSync(path, { recursive: true });
  await store.run(`COPY (SELECT * FROM (${sql(`SELECT * FROM (${readSql(table)})`)}) ORDER BY user_id) TO ${literal(join(path, 'part-0.parquet'))} (FORMAT parquet)`); // prettier-ignore
  writeFileSync(join(path, '_SUCCESS'), '');
}

async function writeAll(): Promise<string> {
  const folder = join(workspace.root, `given-${++made}`);
  for (const table of givenTables) {
    await write(folder, table);
  }
  return folder;
}

const everything = async (): Promise<unknown> => [
  await store.rows('SELECT * FROM features ORDER BY user_id'),
  await store.rows('SELECT * FROM rfm ORDER BY user_id'),
  await store.rows('SELECT * FROM top_category ORDER BY user_id'),
];

it('gives the very tables that are computed here, from a folder of all and from a file of one', async () => {
  const table = await loadCustomerTable(store, { kind: 'transactions', timeZone });
  const own = await everything();
  const folder = await writeAll();
  for (const path of [folder, join(folder, 'customer_features', 'part-0.parquet')]) {
    const said: string[] = [];
    const onNote = (line: string): void => void said.push(line);
    expect(await loadCustomerTable(store, { kind: 'transactions', timeZone, given: findGiven(path), onNote })).toEqual(table); // prettier-ignore
    expect(await everything()).toEqual(own);
    expect(said).toEqual([]);
  }
});

it('takes what the folder holds and not what the store would give', async () => {
  const folder = await writeAll();
  await write(folder, 'customer_rfm', (own) => `SELECT * REPLACE (monetary + 1000 AS monetary) FROM (${own})`);
  const own = await loadCustomerTable(store, { kind: 'transactions', timeZone });
  const given = await loadCustomerTable(store, { kind: 'transactions', timeZone, given: findGiven(folder) });
  expect(given.monetary).toEqual(own.monetary.map((value) => value + 1000));
});

it('says who is only here, who is only there, and whose rows are others', async () => {
  const folder = await writeAll();
  await write(
    folder,
    'customer_features',
    (own) =>
      `SELECT * REPLACE (CASE WHEN user_id = 'u1' THEN 'stranger' ELSE user_id END AS user_id, transactions + CASE WHEN user_id = 'u2' THEN 1 ELSE 0 END AS transactions) FROM (${own}) WHERE user_id <> 'u0'`
  );
  const said = await loadGiven(store, findGiven(folder));
  expect(said).toEqual([
    'Features: 2 customers of the store are not in customer_features; they go without its values.',
    'Features: 1 customers of customer_features have no such rows in the store.',
    'Features: 1 customers have other numbers of transactions in the store than in the features.',
  ]);
  expect(await store.rows('SELECT user_id FROM given_customer_features ORDER BY user_id')).toEqual(
    ['u2', 'u3', 'u4', 'u5', 'u6'].map((user_id) => ({ user_id }))
  );
});

it.each<[string, (own: string) => string, string]>([
  ['a missing column', (own) => `SELECT * EXCLUDE (amount_mad) FROM (${own})`, 'the column amount_mad is missing'],
  ['an unknown column', (own) => `SELECT *, 1 AS luck FROM (${own})`, 'the column luck is unknown'],
  ['a wrong type', (own) => `SELECT * REPLACE (night_share::VARCHAR AS night_share) FROM (${own})`, 'the column night_share is VARCHAR, and should be DOUBLE'],
  ['fractions for counts', (own) => `SELECT * REPLACE (merchants + 0.5e0 AS merchants) FROM (${own})`, 'the column merchants is DOUBLE, and should be BIGINT'],
  ['a customer twice', (own) => `${own} UNION ALL ${own}`, 'more than once'],
  ['no customer', (own) => `SELECT * REPLACE (NULL::VARCHAR AS user_id) FROM (${own}) LIMIT 1`, 'the column user_id is empty in a row'],
  ['infinity', (own) => `SELECT * REPLACE ('inf'::DOUBLE AS amount_std) FROM (${own})`, 'the column amount_std (DOUBLE) is no finite number for u'],
  ['strangers only', (own) => `SELECT * REPLACE ('x' || user_id AS user_id) FROM (${own})`, 'none of its customers is in the store'],
])('refuses %s, by name', async (_what, change, message) => {
  const folder = await writeAll();
  await write(folder, 'customer_features', change);
  await expect(loadGiven(store, findGiven(folder))).rejects.toThrow(message);
}); // prettier-ignore

it('refuses what is not there or not whole', async () => {
  expect(() => findGiven(join(workspace.root, 'none'))).toThrow('is not there');
  const folder = join(workspace.root, 'half');
  await write(folder, 'customer_features');
  expect(() => findGiven(folder)).toThrow(/customer_actions is missing/);
  const all = await writeAll();
  rmSync(join(all, 'top_category', '_SUCCESS'));
  expect(() => findGiven(all)).toThrow('no file _SUCCESS');
  const text = join(workspace.root, 'text.parquet');
  writeFileSync(text, 'user_id');
  await expect(loadGiven(store, findGiven(text))).rejects.toThrow('cannot be read as Parquet');
});

it('has a hash by contents, not by the names of parts', async () => {
  const [one, two] = [await writeAll(), await writeAll()];
  expect(await givenInputs(findGiven(one))).toEqual(await givenInputs(findGiven(two)));
  await write(two, 'customer_rfm', (own) => `SELECT * REPLACE (monetary + 1 AS monetary) FROM (${own})`);
  const [a, b] = [await givenInputs(findGiven(one)), await givenInputs(findGiven(two))];
  expect(a.map(({ content_hash }, i) => content_hash === b[i]!.content_hash)).toEqual([true, true, false, true, true]);
});
