import { rmSync } from 'node:fs';
import { Random } from '@spendscope/analytics';
import { createSchema } from '../../store/schema';
import { Store } from '../../store/store';
import { TestWorkspace } from '../../testing/workspace';
import { createSpendView } from '../spendView';
import { lifetimeValues } from './lifetimeValues';
import { type Purchases, readPurchases } from './readPurchases';

const workspace = new TestWorkspace();
let store: Store;

beforeEach(async () => {
  rmSync(workspace.folder.store, { force: true });
  store = await Store.open(workspace.folder);
  await createSchema(store);
});
afterEach(() => store.close());
afterAll(() => workspace.remove());

/** [customer, time, amount, type] */
async function bought(rows: readonly (readonly [string, string, number, string?])[]): Promise<void> {
  const values = rows.map(([user, ts, amount, type = 'purchase'], at) => `('${user}', TIMESTAMP '${ts}', ${amount}, '${type}', 't-${at}')`); // prettier-ignore
  await store.run(`INSERT INTO transactions (user_id, ts, amount, type, transaction_id) VALUES ${values.join(', ')}`);
  await createSpendView(store, 'Asia/Seoul');
}

it('counts days with orders from the first one on, in the business time zone, without refunds', async () => {
  await bought([
    ['a', '2026-01-01 10:00', 100],
    ['a', '2026-01-01 16:00', 10], // the second of January in Seoul
    ['a', '2026-01-02 01:00', 20],
    ['a', '2026-01-11 00:00', 60],
    ['a', '2026-01-15 00:00', -60, 'refund'],
    ['b', '2026-01-05 00:00', 7],
    ['c', '2026-01-03 00:00', -5, 'refund'],
  ]);
  const { frequency, recency, age, means } = await readPurchases(store, 2);
  expect([frequency, recency, age, means].map((values) => Array.from(values))).toEqual([
    [2, 0],
    [10, 0],
    [14, 10],
    [45, 0],
  ]);
});

/** Customers who buy at a rate of their own for two years; some leave after a purchase. */
function regulars(customers: number, leaves: number): Purchases {
  const random = new Random(8);
  const column = (): Float64Array => new Float64Array(customers);
  const [frequency, recency, age, means] = [column(), column(), column().fill(730), column()];
  for (let row = 0; row < customers; row++) {
    const rate = (random.exponential() + random.exponential()) / 40;
    for (let day = random.exponential() / rate; day < 730; day += random.exponential() / rate) {
      frequency[row]!++;
      recency[row] = day;
      if (random.chance(leaves)) {
        break;
      }
    }
    means[row] = frequency[row]! > 0 ? 20 + 20 * random.next() : 0;
  }
  return { frequency, recency, age, means };
}

const options = { seed: 1, onPart: (): Promise<void> => Promise.resolve() };

it('expects of customers who stay what they spent a year, less the discount, and of silent ones little', async () => {
  const purchases = regulars(3_000, 0.02);
  const { value, learnt, note } = await lifetimeValues(purchases, options);
  expect(learnt).toBe(3_000);
  expect(note).toMatch(/^Learnt from 3,000 customers: mean \d+/);
  const rows = Array.from(purchases.age.keys());
  const mean = (chosen: number[], of: (row: number) => number): number => chosen.reduce((sum, row) => sum + of(row), 0) / chosen.length; // prettier-ignore
  const busy = rows.filter((row) => purchases.frequency[row]! > 20 && purchases.recency[row]! > 700);
  const silent = rows.filter((row) => purchases.frequency[row]! > 20 && purchases.recency[row]! < 300);
  const ownYear = (row: number): number => (purchases.frequency[row]! * purchases.means[row]!) / 2;
  expect(Math.min(busy.length, silent.length)).toBeGreaterThan(20);
  // A customer who stayed buys on at the own rate, but for a quarter: 2 % leave at each purchase, 1 % a month is lost.
  const ratio = mean(busy, (row) => value![row]!) / mean(busy, ownYear);
  expect(ratio).toBeGreaterThan(0.7);
  expect(ratio).toBeLessThan(1);
  expect(mean(silent, (row) => value![row]!)).toBeLessThan(0.02 * mean(silent, ownYear));
}, 60_000);

it('learns of many from a sample, says so, and is the same each time', async () => {
  const purchases = regulars(3_000, 0.02);
  const all = (await lifetimeValues(purchases, options)).value!;
  const drawn = await lifetimeValues(purchases, { ...options, mostLearnt: 1_000 });
  expect(drawn.note).toContain('1,000 of 3,000 customers, drawn at random');
  const sum = (values: Float64Array): number => values.reduce((total, each) => total + each, 0);
  expect(drawn.value).toHaveLength(3_000);
  expect(Math.abs(sum(drawn.value!) / sum(all) - 1)).toBeLessThan(0.1);
  expect(await lifetimeValues(purchases, { ...options, mostLearnt: 1_000 })).toEqual(drawn);
}, 60_000);

it('says why there are none: nobody bought on two days, or for nothing', async () => {
  const once = { ...regulars(50, 0.02), frequency: new Float64Array(50), recency: new Float64Array(50) };
  expect(await lifetimeValues(once, options)).toEqual({ learnt: 50, note: expect.stringMatching(/^No lifetime values: No customer bought twice/) }); // prettier-ignore
  const free = { ...regulars(500, 0.02), means: new Float64Array(500) };
  expect(await lifetimeValues(free, options)).toEqual({ learnt: 500, note: expect.stringContaining('bought again for more than nothing') }); // prettier-ignore
}, 60_000);

it('stops between parts where the caller says so', async () => {
  const stop = (): Promise<void> => Promise.reject(new Error('stopped'));
  await expect(lifetimeValues(regulars(300, 0.02), { seed: 1, onPart: stop })).rejects.toThrow('stopped');
});
