import fc from 'fast-check';
import { createSchema } from '../store/schema';
import { Store } from '../store/store';
import { TestWorkspace } from '../testing/workspace';
import { readSql } from './readSql';
import { createSpendView } from './spendView';
import { forgetFeatures, updateFeatures } from './updateFeatures';

jest.setTimeout(120_000);

const workspace = new TestWorkspace();
const customers = 40;
const days = 30;
let store: Store;

beforeAll(async () => {
  store = await Store.open(workspace.folder);
  await createSchema(store);
  await createSpendView(store, 'Asia/Seoul');
  await store.run(`CREATE TABLE all_rows AS SELECT i AS n, i % ${days} AS day, TIMESTAMP '2026-01-01' + to_days((i % ${days})::INTEGER) + to_seconds(hash(i) % 86400) AS ts,
    't' || i AS id, 'u' || hash(i * 7) % ${customers} AS user_id, round(exp(2 + (hash(i * 11) % 1000) / 200), 2) AS amount,
    37 + (hash(i * 3) % 100) / 50 AS lat, 127 + (hash(i * 5) % 100) / 50 AS lon FROM range(400) r(i)`);
});
afterAll(() => {
  store.close();
  workspace.remove();
});

let ingest = 0;
const add = (where: string): Promise<void> =>
  store.run(`INSERT INTO transactions (ingest, seq, transaction_id, user_id, ts, amount, type, lat, lon, merchant)
    SELECT ${++ingest}, n, id, user_id, ts, amount, CASE WHEN n % 9 = 0 THEN 'refund' ELSE 'purchase' END, lat, lon, 'm' || n % 5 FROM all_rows WHERE ${where}`);

const kept = (): Promise<object[]> => store.rows('SELECT * FROM customer_features ORDER BY user_id');
const whole = (): Promise<object[]> => store.rows(`SELECT * FROM (${readSql('customer_features')}) ORDER BY user_id`);

it('gives bit for bit what computing everything gives, however the days are split and in whatever order they come', async () => {
  const splits = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: days, maxLength: days });
  await fc.assert(
    fc.asyncProperty(splits, async (partOf) => {
      await store.run('DELETE FROM transactions');
      for (const part of [0, 1, 2, 3]) {
        const chosen = partOf.flatMap((each, day) => (each === part ? [day] : []));
        await add(`day IN (${[-1, ...chosen].join(', ')})`);
        await updateFeatures(store);
      }
      expect(await kept()).toEqual(await whole());
    }),
    { numRuns: 8 }
  );
});

it('computes only the customers that a new day, a correction or a removal touched', async () => {
  await store.run('DELETE FROM transactions');
  await add('day < 29');
  await updateFeatures(store);
  expect(await updateFeatures(store)).toBe(0);
  await add('day = 29');
  const { met } = await store.one<{ met: number }>(
    'SELECT count(DISTINCT user_id) AS met FROM all_rows WHERE day = 29'
  );
  expect(met).toBeLessThan(customers);
  expect(await updateFeatures(store)).toBe(met);
  // As an ingest corrects a row: the old one leaves, the new one comes.
  await store.run("UPDATE transactions SET amount = amount + 1, ingest = 1000 WHERE transaction_id = 't5'");
  expect(await updateFeatures(store)).toBe(1);
  await store.run("DELETE FROM transactions WHERE user_id = 'u3'");
  expect(await updateFeatures(store)).toBe(0);
  expect(await kept()).toEqual(await whole());
});

it('gives the same of all and of some, part by part', async () => {
  await store.run('DELETE FROM transactions');
  await forgetFeatures(store);
  await add('day < 29');
  expect(await updateFeatures(store, 100)).toBe(customers);
  expect(await kept()).toEqual(await whole());
  await add('day = 29');
  expect(await updateFeatures(store, 3)).toBeLessThan(customers);
  expect(await kept()).toEqual(await whole());
});

it('sees a row that left a customer while another came', async () => {
  await store.run('DELETE FROM transactions');
  await add("day < 29 AND user_id <> 'u1'");
  await add("day < 9 AND user_id = 'u1'");
  await updateFeatures(store);
  await store.run(
    "DELETE FROM transactions WHERE user_id = 'u1' AND seq = (SELECT min(seq) FROM transactions WHERE user_id = 'u1')"
  );
  await add("n = (SELECT max(n) FROM all_rows WHERE user_id = 'u1')");
  expect(await updateFeatures(store)).toBe(1);
  expect(await kept()).toEqual(await whole());
});

it('sees a file that came again under another ingest, as it was', async () => {
  await store.run('DELETE FROM transactions');
  await add('true');
  await updateFeatures(store);
  await store.run('UPDATE transactions SET ingest = ingest + 1, amount = amount + 1');
  expect(await updateFeatures(store)).toBe(customers);
  expect(await kept()).toEqual(await whole());
});

it('computes everybody anew where days are cut in another time zone', async () => {
  await store.run('DELETE FROM transactions');
  await add('true');
  await updateFeatures(store);
  await createSpendView(store, 'America/New_York');
  expect(await updateFeatures(store)).toBe(customers);
  expect(await kept()).toEqual(await whole());
  await createSpendView(store, 'Asia/Seoul');
});
