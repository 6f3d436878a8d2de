import type { TailSide } from '@spendscope/analytics';
import { type Baseline, logAmount, scaleOf, visitsOf } from './baseline';
import { BurstSurprise } from './burstSurprise';
import type { CustomerHistory } from './customerHistory';
import { distanceKm } from './distance';
import { Novelty } from './novelty';
import { RecentOrders } from './recentOrders';
import { type Bursts, paceGaps, paceOf } from './usualBursts';

/** Features of a transaction against its customer's own past, in the order in which the model has them. */
export const transactionFeatureNames = [
  'amount_z',
  'log_amount',
  'hour_distance',
  'night',
  'log_gap_minutes',
  'log_orders_10_minutes',
  'log_orders_1_hour',
  'log_spent_1_hour',
  'country_rarity',
  'log_distance_km',
  'log_speed_kmh',
  'new_merchant',
  'new_category',
  'new_network',
  'log_home_km',
  'log_pace',
  'log_over_most',
  'burst_surprise',
] as const;
export type TransactionFeature = (typeof transactionFeatureNames)[number];
const twoSided: readonly TransactionFeature[] = ['amount_z', 'log_amount'];

/** Which of each feature's values are strange: great ones, except that soon is and long is not, and amounts both ways. */
export const transactionFeatureSides = transactionFeatureNames.map((name): TailSide =>
  name === 'log_gap_minutes' ? 'low' : twoSided.includes(name) ? 'both' : 'high'
);
export const featureCount = transactionFeatureNames.length;

/** Fewer earlier amounts of a type tell little of what is its most. */
const settledAfter = 5;
const zLimit = 12;
/** Of countries that were hardly met. */
const leastShare = 1e-4;
/** Positions closer than this are noise of the positioning, not travel. */
const leastTravelKm = 5;

/**
 * Calls `take` with the features of each transaction from `from` on. The array is used again: copy what is kept.
 * One pass with running sets, so a history of n transactions costs O(n).
 */
export function eachFeatures(
  history: CustomerHistory,
  baseline: Baseline,
  take: (row: number, features: Float64Array) => void,
  from = 0
): void {
  const features = new Float64Array(featureCount);
  const visits = visitsOf(history);
  const [merchants, categories, networks] = (['merchant', 'category', 'network'] as const).map(
    (kind) => new Novelty(history, kind, visits)
  ) as [Novelty, Novelty, Novelty];
  const most = new Map<number, { count: number; log: number }>();
  const window = new RecentOrders(history);
  const burst = new BurstSurprise(history, visits, baseline.gap);
  const usual = usualCounts(baseline);
  let placed = -1;
  let gap = Math.max(baseline.gapMinutes, 0);
  for (let row = 0; row < history.count; row++) {
    const amount = history.amount[row]!;
    // Lines of the same order are one event: its first line is no earlier order.
    const sameOrder = row > 0 && history.order[row] === history.order[row - 1] ? 1 : 0;
    if (row > 0 && !sameOrder) {
      gap = (history.at[row]! - history.at[row - 1]!) / 60;
    }
    window.moveTo(row);
    const travel = travelTo(history, placed, row);
    placed = Number.isNaN(history.lat[row]!) ? placed : row;
    const hour = history.hour[row]!;
    const log = logAmount(amount);
    const scale = scaleOf(baseline, history.type[row]!);
    features[0] = clamp((log - scale.logAmount) / scale.logSigma, zLimit);
    features[1] = log;
    features[2] = hourDistance(hour, baseline.hour);
    features[3] = hour < 6 ? 1 - baseline.nightShare : 0;
    features[4] = Math.log10(1 + gap);
    features[5] = aboveUsual(window.orders10Minutes - sameOrder, usual.orders10Minutes);
    features[6] = aboveUsual(window.orders1Hour - sameOrder, usual.orders1Hour);
    features[7] = aboveUsual(window.spent1Hour, usual.spent1Hour);
    features[8] = countryRarity(baseline, history.country[row]);
    features[9] = Math.log10(1 + travel.km);
    features[10] = Math.log10(1 + travel.kmh);
    features[11] = merchants.at(row);
    features[12] = categories.at(row);
    features[13] = networks.at(row);
    features[14] = Math.log10(1 + fromHome(history, baseline, row));
    features[15] = row < paceGaps ? 0 : fasterThanUsual(paceOf(history, row), baseline);
    features[16] = overMost(most, history.type[row]!, log);
    features[17] = burst.at(row);
    if (row >= from) {
      take(row, features);
    }
  }
}

/** Way and speed from the last known place; below the least distance none. */
function travelTo(history: CustomerHistory, from: number, to: number): { km: number; kmh: number } {
  if (from < 0 || Number.isNaN(history.lat[to]!)) {
    return { km: 0, kmh: 0 };
  }
  const km = distanceKm(history.lat[from]!, history.lon[from]!, history.lat[to]!, history.lon[to]!);
  if (km < leastTravelKm) {
    return { km: 0, kmh: 0 };
  }
  // A minute at least: two transactions of the same second are no division by zero.
  const hours = Math.max((history.at[to]! - history.at[from]!) / 3600, 1 / 60);
  return { km, kmh: km / hours };
}

/** How rare the country is among everybody's transactions: 2 for one in a hundred. */
function countryRarity({ countries }: Baseline, country: string | number | null | undefined): number {
  return country === null || country === undefined ? 0 : -Math.log10(Math.max(countries[country] ?? 0, leastShare));
}

/** Kilometres from where the customer usually is; below the least distance none. */
function fromHome({ lat, lon }: CustomerHistory, { home }: Baseline, row: number): number {
  if (!home || Number.isNaN(lat[row]!)) {
    return 0;
  }
  const km = distanceKm(home.lat, home.lon, lat[row]!, lon[row]!);
  return km < leastTravelKm ? 0 : km;
}

/** How many times faster than usual the last transactions came, as a logarithm; slower is 0, too. */
function fasterThanUsual(seconds: number, { pace, gapMinutes }: Baseline): number {
  return Math.max(0, Math.log10((pace || gapMinutes * 60) / Math.max(seconds, 1)));
}

/** How far an amount is above all earlier ones of its type, as a logarithm; 0 where few are known. */
function overMost(most: Map<number, { count: number; log: number }>, type: number, log: number): number {
  const known = most.get(type) ?? { count: 0, log: 0 };
  const over = known.count >= settledAfter ? Math.min(Math.max(0, log - known.log), 2) : 0;
  most.set(type, { count: known.count + 1, log: Math.max(known.log, log) });
  return over;
}

/** What is usual shortly before a transaction: of busy visits, or of a long one at the usual pace, whichever is more. */
function usualCounts({
  orders10Minutes,
  orders1Hour,
  spent1Hour,
  gap,
  logAmount: log,
}: Baseline): Omit<Bursts, 'pace' | 'gap'> {
  // prettier-ignore
  const ordersIn = (seconds: number): number => (gap > 0 ? seconds / gap : 0);
  return {
    orders10Minutes: Math.max(orders10Minutes, ordersIn(600)),
    orders1Hour: Math.max(orders1Hour, ordersIn(3_600)),
    spent1Hour: Math.max(spent1Hour, ordersIn(3_600) * (10 ** log - 1)),
  };
}

/** How many times more than the customer's busy times, as a logarithm; less is 0, too. */
const aboveUsual = (count: number, usual: number): number => Math.max(0, Math.log10((1 + count) / (1 + usual)));

function hourDistance(a: number, b: number): number {
  const distance = Math.abs(a - b) % 24;
  return Math.min(distance, 24 - distance);
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
