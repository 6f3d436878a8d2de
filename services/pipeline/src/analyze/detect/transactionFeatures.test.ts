import { type Baseline, baselineOf } from './baseline';
import { type CustomerHistory, emptyHistory } from './customerHistory';
import { eachFeatures, transactionFeatureNames } from './transactionFeatures';

const population = {
  ...{ logAmount: 4, logSigma: 0.5, ownSigma: 0.5, types: {}, hour: 12, nightShare: 0.05, gapMinutes: 1_440 },
  ...{ orders10Minutes: 0, orders1Hour: 0, spent1Hour: 0, pace: 0, countries: { KR: 0.95, JP: 0.05 } },
  // Next to nobody orders twice in a visit.
  gap: 1e7,
};
const day = 86_400;

interface Event {
  at: number;
  amount?: number;
  type?: number;
  order?: string;
  country?: string;
  merchant?: string;
  lat?: number;
  lon?: number;
  hour?: number;
}

function historyOf(events: readonly Event[]): CustomerHistory {
  const history = emptyHistory();
  events.forEach(({ at, amount, type, order, country, merchant, lat, lon, hour }, i) => {
    history.count++;
    history.at.push(at);
    history.hour.push(hour ?? 12);
    history.amount.push(amount ?? 10_000);
    history.type.push(type ?? 0);
    history.order.push(order ?? `o${i}`);
    history.category.push('food');
    history.merchant.push(merchant ?? 'Corner');
    history.country.push(country ?? 'KR');
    history.network.push(null);
    history.lat.push(lat ?? NaN);
    history.lon.push(lon ?? NaN);
  });
  return history;
}

function featuresOf(events: readonly Event[], everybody: Baseline = population): Record<string, number>[] {
  const history = historyOf(events);
  const rows: Record<string, number>[] = [];
  eachFeatures(history, baselineOf(history, everybody), (_, features) =>
    rows.push(Object.fromEntries(transactionFeatureNames.map((name, j) => [name, features[j]!])))
  );
  return rows;
}

/** Visits of one transaction, after which a burst is nothing usual. */
const quiet = [1, 2, 3, 4, 5].map((i): Event => ({ at: i * day }));
const usual = (n: number): Event[] => Array.from({ length: n }, (_, i) => ({ at: i * day, lat: 37.5, lon: 127 }));

it('counts the orders before it in ten minutes and in an hour', () => {
  const rows = featuresOf([...[0, 60, 120, 700, 3_601, 9_000].map((at) => ({ at })), ...quiet]).slice(0, 6);
  expect(rows.map((row) => row.log_orders_10_minutes)).toEqual(
    [0, 1, 2, 1, 0, 0].map((n) => expect.closeTo(Math.log10(1 + n)))
  );
  expect(rows.map((row) => row.log_orders_1_hour)).toEqual(
    [0, 1, 2, 3, 3, 0].map((n) => expect.closeTo(Math.log10(1 + n)))
  );
});

it('takes the lines of one order as one event', () => {
  const rows = featuresOf([
    { at: 0, order: 'a' },
    { at: 0, order: 'a' },
    { at: 0, order: 'a' },
    { at: 300, order: 'b' },
    { at: 300, order: 'b' },
    ...quiet,
  ]).slice(0, 5);
  expect(rows.map((row) => row.log_orders_10_minutes)).toEqual(
    [0, 0, 0, 1, 1].map((n) => expect.closeTo(Math.log10(1 + n)))
  );
  expect(rows[4]!.log_gap_minutes).toBeCloseTo(Math.log10(6));
});

it('measures way and speed from the last known place', () => {
  // Seoul to Frankfurt, 8,560 km, within an hour.
  const rows = featuresOf([...usual(6), { at: 5 * day + 3_600, lat: 50.11, lon: 8.68 }]);
  expect(10 ** rows[6]!.log_distance_km! - 1).toBeCloseTo(8_560, -2);
  expect(10 ** rows[6]!.log_speed_kmh! - 1).toBeCloseTo(8_560, -2);
  expect(rows[3]!.log_distance_km).toBe(0);
});

it('calls a merchant new only when the customer has a past, and for a day', () => {
  const hour = 3_600;
  const rows = featuresOf([
    { at: 0, merchant: 'Other' },
    ...usual(5).map((event) => ({ ...event, at: event.at + 2 * day })),
    { at: 9 * day, merchant: 'Far' },
    { at: 9 * day + 23 * hour, merchant: 'Far' },
    { at: 9 * day + 25 * hour, merchant: 'Far' },
  ]);
  // Laplace: of 1 visit before the second shop 1 brought a new one, of 6 before the third 2.
  const [second, third] = [Math.log10(3 / 2), Math.log10(8 / 3)].map((surprise) => expect.closeTo(surprise) as number);
  expect(rows.map((row) => row.new_merchant)).toEqual([0, second, 0, 0, 0, 0, third, third, 0]);
});

it('is less surprised by a new shop the more visits have brought new ones, and not at all at the first', () => {
  const visits = (shops: number): Event[] => Array.from({ length: 20 }, (_, i) => ({ at: 2 * i * day, merchant: `s${Math.min(i, shops - 1)}` })); // prettier-ignore
  const last = (shops: number): number => featuresOf([...visits(shops), { at: 50 * day, merchant: 'Far' }]).at(-1)!.new_merchant!; // prettier-ignore
  expect(last(1)).toBeCloseTo(Math.log10(22 / 2));
  expect(last(20)).toBeCloseTo(Math.log10(22 / 21));
  expect(featuresOf([{ at: 0, merchant: 'Far' }])[0]!.new_merchant).toBe(0);
});

it('measures how rare a country is among everybody, however often this customer was there', () => {
  const rows = featuresOf([...usual(6), { at: 7 * day, country: 'JP' }, { at: 8 * day, country: 'BR' }]);
  expect(rows[0]!.country_rarity).toBeCloseTo(-Math.log10(0.95));
  expect(rows[6]!.country_rarity).toBeCloseTo(-Math.log10(0.05));
  expect(rows[7]!.country_rarity).toBe(4);
});

it('judges an amount by the customer’s own, and by everybody’s where there is little history', () => {
  const rows = featuresOf([...usual(9), { at: 9 * day, amount: 1_000_000 }]);
  expect(rows[9]!.amount_z).toBeGreaterThan(5);
  expect(rows[0]!.amount_z).toBe(0);
  const [single] = featuresOf([{ at: 0, amount: 99_999 }]);
  expect(single!.amount_z).toBeCloseTo(2);
});

it('measures hours around the clock', () => {
  const rows = featuresOf([...usual(8).map((event) => ({ ...event, hour: 23.5 })), { at: 9 * day, hour: 1.5 }]);
  expect(rows[8]!.hour_distance).toBeGreaterThan(1.5);
  expect(rows[8]!.hour_distance).toBeLessThan(2.1);
});

it('compares a deposit with deposits and a bet with bets', () => {
  const mixed = Array.from({ length: 20 }, (_, i): Event => ({ at: i * day, ...(i % 2 ? { type: 4, amount: 1_000 } : { type: 6, amount: 100_000 }) })); // prettier-ignore
  const rows = featuresOf([...mixed, { at: 21 * day, type: 4, amount: 100_000 }]);
  expect(Math.abs(rows[18]!.amount_z!)).toBeLessThan(0.1);
  expect(rows[20]!.amount_z).toBeGreaterThan(4);
  expect(10 ** rows[20]!.log_over_most!).toBeCloseTo(100, 0);
});

it('does not take one busy visit of an account for its habit', () => {
  const abroad = Array.from({ length: 14 }, (_, i): Event => ({ at: 20 * day + 30 * i, lat: -23.5, lon: -46.6, amount: 100 })); // prettier-ignore
  const rows = featuresOf([...usual(9), ...abroad]);
  expect(10 ** rows[22]!.log_orders_10_minutes! - 1).toBeGreaterThan(10);
  expect(10 ** rows[22]!.log_home_km!).toBeGreaterThan(10_000);
  expect(rows[3]!.log_home_km).toBe(0);
});

it('takes a pace for fast only where the customer is usually slower', () => {
  const session = (from: number, pause: number): Event[] => Array.from({ length: 12 }, (_, i) => ({ at: from + i * pause })); // prettier-ignore
  const usualPlay = [0, 1, 2, 3].flatMap((i) => session(i * day, 60));
  const rows = featuresOf([...usualPlay, ...session(5 * day, 4)]);
  expect(rows[20]!.log_pace).toBeCloseTo(0, 5);
  expect(rows.at(-1)!.log_pace).toBeGreaterThan(0.8);
});

it('tells how improbable a burst is at the customer’s own pace, by its most improbable stretch', () => {
  const session = (from: number, pause: number, n = 20): Event[] => Array.from({ length: n }, (_, i) => ({ at: from + i * pause })); // prettier-ignore
  const slow = [0, 1, 2, 3].flatMap((i) => session(i * day, 60));
  const everybody = { ...population, gap: 100 };
  const last = (pause: number, n: number): number => featuresOf([...slow, ...session(5 * day, pause, n)], everybody).at(-1)!.burst_surprise!; // prettier-ignore
  const [burst, short, usualPace] = [last(4, 12), last(4, 4), last(60, 12)];
  expect(burst).toBeGreaterThan(6);
  expect(short).toBeGreaterThan(1);
  expect(short).toBeLessThan(burst);
  expect(usualPace).toBeLessThan(burst / 2);
});

it('does not call a long visit at the usual pace a burst', () => {
  const session = (from: number, n: number): Event[] => Array.from({ length: n }, (_, i) => ({ at: from + 30 * i }));
  const visits = [...[0, 1, 2].flatMap((i) => session(i * day, 4)), ...session(4 * day, 20)];
  const { log_orders_10_minutes: orders, log_orders_1_hour: hour, log_spent_1_hour: spent } = featuresOf(visits, { ...population, gap: 40 }).at(-1)!; // prettier-ignore
  // Against the four orders of the other visits it were log10(20 ÷ 4).
  expect(orders).toBeLessThan(0.15);
  expect([hour, spent]).toEqual([0, 0]);
});

it('draws the deviation of a short history towards what is usual within customers, not between them', () => {
  const spread = { ...population, logSigma: 1, ownSigma: 0.1 };
  expect(featuresOf([...usual(6), { at: 9 * day, amount: 1_000_000 }], spread).at(-1)!.amount_z).toBe(12);
});
