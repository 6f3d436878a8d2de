import type { CustomerHistory } from './customerHistory';
import { RecentOrders } from './recentOrders';
import { weightedQuantile } from './weightedQuantile';

/** Gaps that a pace is the mean of: fewer are chance, more are over before they are many. */
export const paceGaps = 5;

/** The most that comes shortly before a transaction in a usual visit. */
export interface Bursts {
  orders10Minutes: number;
  orders1Hour: number;
  spent1Hour: number;
  /** mean seconds of the fastest gaps that follow each other, in a visit that has so many; 0 where none has */
  pace: number;
  /** mean seconds between the orders of a visit, as their median tells it; 0 where no visit has two */
  gap: number;
}

const countNames = ['orders10Minutes', 'orders1Hour', 'spent1Hour'] as const;
/** Only of the visits that have rows enough to tell. */
const timeNames = ['pace', 'gap'] as const;
type TimeName = (typeof timeNames)[number];
const isTime = (name: keyof Bursts): boolean => (timeNames as readonly string[]).includes(name);
/** A customer known for so many visits is judged half by itself, half by everybody. */
const halfWayVisits = 2;

/**
 * The median over visits of each visit's most: one busy visit is no habit. Drawn towards the population's, the more so the
 * fewer visits are known.
 */
export function usualBursts(history: CustomerHistory, visits: Int32Array, population: Bursts): Bursts {
  const mosts = mostByVisit(history, visits);
  const own = mosts.length / (mosts.length + halfWayVisits);
  const usual = (name: keyof Bursts): number => {
    const middle = quantileOf(mosts, name, 0.5);
    return (1 + middle) ** own * (1 + population[name]) ** (1 - own) - 1;
  };
  return {
    orders10Minutes: usual('orders10Minutes'),
    orders1Hour: usual('orders1Hour'),
    spent1Hour: usual('spent1Hour'),
    pace: usualTime(mosts, population, 'pace'),
    gap: usualTime(mosts, population, 'gap'),
  };
}

function usualTime(mosts: readonly Bursts[], population: Bursts, name: TimeName): number {
  const visits = mosts.filter((each) => each[name] > 0).length;
  const middle = quantileOf(mosts, name, 0.5);
  if (visits === 0 || population[name] === 0) {
    return middle || population[name];
  }
  const own = visits / (visits + halfWayVisits);
  return middle ** own * population[name] ** (1 - own);
}

/** Of the visits that tell of it; 0 where none does. */
function quantileOf(bursts: readonly Bursts[], name: keyof Bursts, share: number): number {
  const values = bursts.map((each) => each[name]).filter((value) => !isTime(name) || value > 0);
  return weightedQuantile(values, new Float64Array(values.length).fill(1), share) ?? 0;
}

/** The busy visits of everybody, nine in ten are no busier: who is known for a visit or two may be of the busy ones. */
export function busyVisits(visits: readonly Bursts[]): Bursts {
  const busy = (name: keyof Bursts): number => quantileOf(visits, name, 0.9);
  return {
    orders10Minutes: busy('orders10Minutes'),
    orders1Hour: busy('orders1Hour'),
    spent1Hour: busy('spent1Hour'),
    pace: quantileOf(visits, 'pace', 0.1),
    gap: quantileOf(visits, 'gap', 0.5),
  };
}

export function mostByVisit(history: CustomerHistory, visits: Int32Array): Bursts[] {
  const window = new RecentOrders(history);
  const found = new Map<number, Bursts>();
  const gaps = new Map<number, number[]>();
  visits.forEach((visit, row) => {
    window.moveTo(row);
    const most = found.get(visit) ?? { orders10Minutes: 0, orders1Hour: 0, spent1Hour: 0, pace: 0, gap: 0 };
    countNames.forEach((name) => (most[name] = Math.max(most[name], window[name])));
    if (row >= paceGaps && visits[row - paceGaps] === visit) {
      const pace = Math.max(1, paceOf(history, row));
      most.pace = most.pace === 0 ? pace : Math.min(most.pace, pace);
    }
    found.set(visit, most);
    if (row > 0 && visits[row - 1] === visit && history.order[row] !== history.order[row - 1]) {
      const known = gaps.get(visit) ?? [];
      known.push(history.at[row]! - history.at[row - 1]!);
      gaps.set(visit, known);
    }
  });
  gaps.forEach((known, visit) => (found.get(visit)!.gap = Math.max(1, middleOf(known)) / Math.LN2));
  return [...found.values()];
}

/** Mean seconds of the gaps before a transaction. */
export function paceOf({ at }: CustomerHistory, row: number): number {
  return (at[row]! - at[row - paceGaps]!) / paceGaps;
}

const middleOf = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
