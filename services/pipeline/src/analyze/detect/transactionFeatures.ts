import { type Baseline, logAmount } from './baseline';
import type { CustomerHistory } from './customerHistory';
import { distanceKm } from './distance';

/** Features of a transaction against its customer's own past, in the order in which the model has them. */
export const transactionFeatureNames = [
  'amount_z',
  'log_amount',
  'hour_distance',
  'night',
  'log_gap_minutes',
  'orders_10_minutes',
  'orders_1_hour',
  'log_spent_1_hour',
  'new_country',
  'log_distance_km',
  'log_speed_kmh',
  'new_merchant',
  'new_category',
  'new_network',
] as const;
export type TransactionFeature = (typeof transactionFeatureNames)[number];
export const featureCount = transactionFeatureNames.length;

/** Before this many transactions everything is new, which tells nothing. */
const settledAfter = 5;
const zLimit = 12;
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
  const seen = { country: new Set(), merchant: new Set(), category: new Set(), network: new Set() };
  const isNew = (kind: keyof typeof seen, row: number): number => {
    const value = history[kind][row];
    if (value === null || value === undefined || seen[kind].has(value)) {
      return 0;
    }
    const settled = row >= settledAfter && seen[kind].size > 0;
    seen[kind].add(value);
    return settled ? 1 : 0;
  };
  const window = new RecentOrders(history);
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
    features[0] = clamp((logAmount(amount) - baseline.logAmount) / baseline.logSigma, zLimit);
    features[1] = logAmount(amount);
    features[2] = hourDistance(hour, baseline.hour);
    features[3] = hour < 6 ? 1 : 0;
    features[4] = Math.log10(1 + gap);
    features[5] = Math.max(window.orders10Minutes - sameOrder, 0);
    features[6] = Math.max(window.orders1Hour - sameOrder, 0);
    features[7] = Math.log10(1 + window.spent1Hour);
    features[8] = isNew('country', row);
    features[9] = Math.log10(1 + travel.km);
    features[10] = Math.log10(1 + travel.kmh);
    features[11] = isNew('merchant', row);
    features[12] = isNew('category', row);
    features[13] = isNew('network', row);
    if (row >= from) {
      take(row, features);
    }
  }
}

/** Orders and spend in the last ten minutes and the last hour before a transaction, by two moving borders. */
class RecentOrders {
  orders10Minutes = 0;
  orders1Hour = 0;
  spent1Hour = 0;
  private from10 = 0;
  private from60 = 0;
  private next = 0;

  constructor(private readonly history: CustomerHistory) {}

  /** Rows must come in order. */
  moveTo(row: number): void {
    const { at, order, amount } = this.history;
    while (this.next < row) {
      const first = this.next === 0 || order[this.next] !== order[this.next - 1];
      this.orders10Minutes += first ? 1 : 0;
      this.orders1Hour += first ? 1 : 0;
      this.spent1Hour += Math.max(amount[this.next]!, 0);
      this.next++;
    }
    while (this.from60 < row && at[this.from60]! < at[row]! - 3600) {
      this.orders1Hour -= this.opens(this.from60);
      this.spent1Hour -= Math.max(amount[this.from60]!, 0);
      this.from60++;
    }
    while (this.from10 < row && at[this.from10]! < at[row]! - 600) {
      this.orders10Minutes -= this.opens(this.from10);
      this.from10++;
    }
    if (this.from60 === row) {
      // Nothing is left of the sum but rounding.
      this.spent1Hour = 0;
    }
  }

  private opens(row: number): number {
    const { order } = this.history;
    return row === 0 || order[row] !== order[row - 1] ? 1 : 0;
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

function hourDistance(a: number, b: number): number {
  const distance = Math.abs(a - b) % 24;
  return Math.min(distance, 24 - distance);
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
