import { rmSync } from 'node:fs';
import { Customer } from '@spendscope/contracts';
import { createSchema } from '../store/schema';
import { Store } from '../store/store';
import { TestWorkspace } from '../testing/workspace';
import { loadCustomerTable } from './customerTable';
import { createSpendView } from './spendView';

const workspace = new TestWorkspace();
let store: Store;
const documented = (Customer.properties.features as unknown as { properties: Record<string, { description?: string }> })
  .properties;

/** Times are UTC; the business time zone is Seoul, nine hours ahead. */
const spend: readonly [user: string, id: string, ts: string, amount: number, more?: Record<string, string | number>][] =
  [
    // Monday 2026-03-02, 02:00 in Seoul: night. Two rows of one order.
    ['A', 'a1', '2026-03-01 17:00', 10, { order_id: 'o1', channel: 'online', merchant: 'm1', category_mid: 'c1', ip: '10.0.0.0', country: 'KR', lat: 37.5, lon: 127 }],
    ['A', 'a2', '2026-03-01 17:00', 12, { order_id: 'o1', channel: 'online', merchant: 'm1', category_mid: 'c2', ip: '10.0.0.0', country: 'KR' }],
    // Ten hours later, 1,000 m from there: no way.
    ['A', 'a3', '2026-03-02 03:00', 14, { channel: 'store', merchant: 'm2', category_mid: 'c2', ip: '10.0.1.0', country: 'KR', lat: 37.509, lon: 127 }],
    // Thirty hours later, one degree of latitude north in that time.
    ['A', 'a4', '2026-03-03 09:00', 16, { channel: 'store', merchant: 'm3', category_mid: 'c2', country: 'JP', lat: 38.509, lon: 127 }],
    // Saturday 2026-03-07, fifty hours and more later; far above the usual.
    ['A', 'a5', '2026-03-07 03:00', 500, { merchant: 'm3', category_mid: 'c3', country: 'JP', lat: 38.509, lon: 127 }],
    // No order: counts as a transaction, not among the amounts.
    ['A', 'a6', '2026-03-08 03:00', -14, { type: 'refund', merchant: 'm2', category_mid: 'c2', country: 'KR' }],
    ['B', 'b1', '2026-03-04 03:00', 7],
    ['C', 'c1', '2026-03-04 03:00', 1e9],
    ['C', 'c2', '2026-03-05 03:00', 1e9 + 1],
    ['D', 'd1', '2026-03-04 03:00', 1e15],
    ['D', 'd2', '2026-03-05 03:00', 2e15],
  ]; // prettier-ignore

const actions: readonly [user: string, ts: string, action: string][] = [
  ['A', '2026-03-31 01:00', 'login'],
  ['A', '2026-03-30 01:00', 'login'],
  ['A', '2026-03-30 02:00', 'cart'],
  // The first of the 30 days, in Seoul, and the last that is too old.
  ['A', '2026-03-01 15:00', 'view'],
  ['A', '2026-03-01 14:59', 'complaint'],
];

async function put(table: string, row: Record<string, string | number>): Promise<void> {
  const values = Object.values(row).map((value) => (typeof value === 'number' ? value : `'${value}'`));
  await store.run(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`);
}

beforeAll(async () => {
  store = await Store.open(workspace.folder);
  await createSchema(store);
  for (const [user_id, transaction_id, ts, amount, more] of spend) {
    await put('transactions', { user_id, transaction_id, ts, amount, type: 'purchase', ...more });
  }
  for (const [user_id, ts, action] of actions) {
    await put('actions', { user_id, ts, action });
  }
  await createSpendView(store, 'Asia/Seoul');
  await loadCustomerTable(store, { kind: 'transactions', timeZone: 'Asia/Seoul' });
});
afterAll(() => {
  store.close();
  rmSync(workspace.root, { recursive: true, force: true });
});

const featuresOf = (user: string): Promise<Record<string, number | null>> =>
  store.one(`SELECT * EXCLUDE (user_id) FROM features WHERE user_id = '${user}'`);

/** By hand, from the rows above: amounts 10 12 14 16 500, gaps of 10, 30 and 90 hours. */
const expected: Record<string, number> = {
  transactions: 6,
  amount_mean: 110.4,
  amount_max: 500,
  // Squared deviations 10080.16 + 9682.56 + 9292.96 + 8911.36 + 151788.16 = 189755.2, over 4.
  amount_std: Math.sqrt(47_438.8),
  amount_median: 14,
  // |10-14| |12-14| 0 |16-14| 486, in order 0 2 2 4 486.
  amount_mad: 2,
  // 500 is more than 3.5 · 1.4826 · 2 = 10.4 off.
  amount_mean_typical: 13,
  amount_outlier_share: 0.2,
  interval_mean_hours: 130 / 3,
  interval_min_hours: 10,
  // sd of 10, 30, 90 is √1733.3 = 41.633; (41.633 − 43.333) ÷ (41.633 + 43.333).
  interval_burstiness: -0.020_008,
  // One degree is 6371 · π ÷ 180 = 111.195 km, in 30 hours.
  speed_max_kmh: 111.194_927 / 30,
  // a1 and a2, at 02:00.
  night_share: 2 / 6,
  // a5 on Saturday, a6 on Sunday.
  weekend_share: 2 / 6,
  // Of four with a channel.
  online_share: 0.5,
  merchants: 3,
  categories: 3,
  ips: 2,
  countries: 2,
  actions_30d: 4,
  action_login_share: 0.5,
  action_login_failed_share: 0,
  action_search_share: 0,
  action_view_share: 0.25,
  action_wishlist_share: 0,
  action_cart_share: 0.25,
  action_checkout_share: 0,
  action_complaint_share: 0,
  action_api_call_share: 0,
};

it.each(Object.entries(expected))('computes %s as by hand', async (name, value) => {
  expect(Number((await featuresOf('A'))[name])).toBeCloseTo(value, 5);
});

it('has every feature that the contract documents, each with its meaning, and no other', async () => {
  expect(Object.keys(await featuresOf('A')).sort()).toEqual(Object.keys(documented).sort());
  expect(Object.keys(expected).sort()).toEqual(Object.keys(documented).sort());
  expect(Object.entries(documented).filter(([, { description }]) => !description)).toEqual([]);
});

it('leaves out what a single transaction cannot tell', async () => {
  const known = Object.entries(await featuresOf('B')).filter(([, value]) => value !== null);
  expect(Object.fromEntries(known.map(([name, value]) => [name, Number(value)]))).toEqual({
    ...{ transactions: 1, amount_mean: 7, amount_max: 7, amount_median: 7, amount_mad: 0, amount_mean_typical: 7 },
    ...{ amount_outlier_share: 0, night_share: 0, weekend_share: 0, merchants: 0, categories: 0, ips: 0, countries: 0 },
  });
});

it('keeps a small spread beside amounts of a thousand million', async () => {
  const { amount_mean, amount_std } = await featuresOf('C');
  expect(amount_mean).toBe(1e9 + 0.5);
  expect(amount_std).toBeCloseTo(Math.SQRT1_2, 9);
});

it('has no sums of what no amount can be, and goes on', async () => {
  const { amount_mean, amount_std, amount_max } = await featuresOf('D');
  expect([amount_mean, amount_std, amount_max]).toEqual([null, null, 2e15]);
});
