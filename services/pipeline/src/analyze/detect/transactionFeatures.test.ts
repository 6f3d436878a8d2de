import { baselineOf } from './baseline';
import { type CustomerHistory, emptyHistory } from './customerHistory';
import { eachFeatures, transactionFeatureNames } from './transactionFeatures';

const population = { logAmount: 4, logSigma: 0.5, hour: 12, gapMinutes: 1_440 };
const day = 86_400;

interface Event {
  at: number;
  amount?: number;
  order?: string;
  country?: string;
  merchant?: string;
  lat?: number;
  lon?: number;
  hour?: number;
}

function historyOf(events: readonly Event[]): CustomerHistory {
  const history = emptyHistory();
  events.forEach(({ at, amount, order, country, merchant, lat, lon, hour }, i) => {
    history.count++;
    history.at.push(at);
    history.hour.push(hour ?? 12);
    history.amount.push(amount ?? 10_000);
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

function featuresOf(events: readonly Event[]): Record<string, number>[] {
  const history = historyOf(events);
  const rows: Record<string, number>[] = [];
  eachFeatures(history, baselineOf(history, population), (_, features) =>
    rows.push(Object.fromEntries(transactionFeatureNames.map((name, j) => [name, features[j]!])))
  );
  return rows;
}

const usual = (n: number): Event[] => Array.from({ length: n }, (_, i) => ({ at: i * day, lat: 37.5, lon: 127 }));

it('counts the orders before it in ten minutes and in an hour', () => {
  const rows = featuresOf([0, 60, 120, 700, 3_601, 9_000].map((at) => ({ at })));
  expect(rows.map((row) => row.orders_10_minutes)).toEqual([0, 1, 2, 1, 0, 0]);
  expect(rows.map((row) => row.orders_1_hour)).toEqual([0, 1, 2, 3, 3, 0]);
});

it('takes the lines of one order as one event', () => {
  const rows = featuresOf([
    { at: 0, order: 'a' },
    { at: 0, order: 'a' },
    { at: 0, order: 'a' },
    { at: 300, order: 'b' },
    { at: 300, order: 'b' },
  ]);
  expect(rows.map((row) => row.orders_10_minutes)).toEqual([0, 0, 0, 1, 1]);
  expect(rows[4]!.log_gap_minutes).toBeCloseTo(Math.log10(6));
});

it('measures way and speed from the last known place', () => {
  // Seoul to Frankfurt, 8,560 km, within an hour.
  const rows = featuresOf([...usual(6), { at: 5 * day + 3_600, lat: 50.11, lon: 8.68 }]);
  expect(10 ** rows[6]!.log_distance_km! - 1).toBeCloseTo(8_560, -2);
  expect(10 ** rows[6]!.log_speed_kmh! - 1).toBeCloseTo(8_560, -2);
  expect(rows[3]!.log_distance_km).toBe(0);
});

it('calls a country or merchant new only when the customer has a past', () => {
  const rows = featuresOf([
    { at: 0, country: 'KR' },
    { at: day, country: 'JP' },
    ...usual(5).map((event) => ({ ...event, at: event.at + 2 * day })),
    { at: 9 * day, country: 'BR', merchant: 'Far' },
    { at: 10 * day, country: 'BR', merchant: 'Far' },
  ]);
  expect(rows.map((row) => row.new_country)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
  expect(rows.map((row) => row.new_merchant)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
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
