import { madToSigma } from '@spendscope/analytics';
import type { CustomerHistory } from './customerHistory';
import { type Bursts, usualBursts } from './usualBursts';
import { weightedQuantile } from './weightedQuantile';

/** Median and robust deviation of log10(1 + |amount|). */
export interface AmountScale {
  logAmount: number;
  logSigma: number;
  /** the deviation that is usual within one customer: everybody's amounts differ more than those of one */
  ownSigma: number;
}

/**
 * What is usual for a customer; where the history is short, for the population. Every visit weighs
 * the same, however many transactions it has: an incident of twenty rows in one night must not become the habit that it is
 * judged by.
 */
export interface Baseline extends AmountScale, Bursts {
  /** the same of each type of transaction (place in the contract's transactionTypes): a deposit is no bet */
  types: Record<number, AmountScale>;
  /** circular mean of the hour of day */
  hour: number;
  /** share of the transactions between 0 and 6 o'clock */
  nightShare: number;
  /** median minutes between orders */
  gapMinutes: number;
  /** median position in degrees; missing where none is known */
  home?: { lat: number; lon: number };
  /** share of everybody's transactions in each country */
  countries: Record<string, number>;
}

/** Least history to judge a customer by the own past. */
export const leastHistory = 5;
/** Amounts that hardly vary would make every difference extreme: a tenth of a decade is the least deviation. */
export const leastSigma = 0.1;

/** A pause of more than two hours ends a visit. */
const pauseSeconds = 7_200;
/** How much more the first visit weighs than the last. */
const earlier = 0.2;

export const logAmount = (amount: number): number => Math.log10(1 + Math.abs(amount));

/** What is usual for an amount of a type; of all types where the type is rare. */
export function scaleOf(baseline: Baseline, type: number): AmountScale {
  return baseline.types[type] ?? baseline;
}

export function baselineOf(history: CustomerHistory, population: Baseline): Baseline {
  if (history.count < leastHistory) {
    return population;
  }
  const visits = visitsOf(history);
  const weights = visitWeights(visits);
  const rows = Array.from(visits.keys());
  const scale = (chosen: readonly number[], everybody: AmountScale): AmountScale =>
    amountScale(
      chosen.map((row) => logAmount(history.amount[row]!)),
      chosen.map((row) => weights[row]!),
      everybody
    );
  const home = homeOf(history, weights);
  return {
    ...scale(rows, population),
    types: {
      ...population.types,
      ...Object.fromEntries(
        knownTypes(history).map(([type, chosen]) => [type, scale(chosen, scaleOf(population, type))])
      ),
    },
    ...(home ? { home } : {}),
    hour: circularMean(history.hour, weights),
    nightShare: weightedShare(history.hour, weights, (hour) => hour < 6),
    ...usualBursts(history, visits, population),
    countries: population.countries,
    gapMinutes: medianGap(history, weights) ?? population.gapMinutes,
  };
}

/** A number for each transaction's visit, from 0: a longer pause begins another. */
export function visitsOf({ at, count }: CustomerHistory): Int32Array {
  const visits = new Int32Array(count);
  for (let row = 1; row < count; row++) {
    visits[row] = visits[row - 1]! + (at[row]! - at[row - 1]! > pauseSeconds ? 1 : 0);
  }
  return visits;
}

/** One for each visit, shared by its rows; earlier ones a little more, as strangers come later than the owner. */
function visitWeights(visits: Int32Array): Float64Array {
  const count = (visits.at(-1) ?? -1) + 1;
  const rows = new Float64Array(count);
  visits.forEach((visit) => rows[visit]!++);
  return Float64Array.from(visits, (visit) => (1 + earlier * (1 - visit / count)) / rows[visit]!);
}

function amountScale(logs: readonly number[], weights: readonly number[], population: AmountScale): AmountScale {
  const middle = weightedQuantile(logs, weights, 0.5)!;
  const own = deviationOf(logs, weights, middle);
  // The deviation of a short history is mostly chance, so what is usual within a customer counts like some transactions
  // more. Rows of one visit tell less than rows of many: Kish's effective number.
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const n = sum ** 2 / weights.reduce((all, weight) => all + weight ** 2, 0);
  const variance = (n * own ** 2 + leastHistory * population.ownSigma ** 2) / (n + leastHistory);
  return { logAmount: middle, logSigma: Math.sqrt(variance), ownSigma: population.ownSigma };
}

function deviationOf(logs: readonly number[], weights: readonly number[], middle: number): number {
  const distances = logs.map((log) => Math.abs(log - middle));
  return Math.max(madToSigma * weightedQuantile(distances, weights, 0.5)!, leastSigma);
}

/** Deviations of a customer's amounts of each type that is known well enough, as robust as the baseline's. */
export function ownDeviations(history: CustomerHistory): [type: number, sigma: number][] {
  const weights = visitWeights(visitsOf(history));
  return knownTypes(history).map(([type, rows]) => {
    const logs = rows.map((row) => logAmount(history.amount[row]!));
    const own = rows.map((row) => weights[row]!);
    return [type, deviationOf(logs, own, weightedQuantile(logs, own, 0.5)!)];
  });
}

/** The types with transactions enough, each with their rows. */
function knownTypes({ type: types }: CustomerHistory): [type: number, rows: number[]][] {
  const rows = Array.from(types.keys());
  return [...new Set(types)]
    .map((type): [number, number[]] => [type, rows.filter((row) => types[row] === type)])
    .filter(([, chosen]) => chosen.length >= leastHistory);
}

/** The middle of the known places, each coordinate by itself: a journey does not move it. */
function homeOf({ lat, lon }: CustomerHistory, weights: Float64Array): { lat: number; lon: number } | undefined {
  const known = Array.from(lat.keys()).filter((row) => !Number.isNaN(lat[row]!));
  const middle = (values: readonly number[]): number | undefined =>
    weightedQuantile(
      known.map((row) => values[row]!),
      known.map((row) => weights[row]!),
      0.5
    );
  const [north, east] = [middle(lat), middle(lon)];
  return north === undefined || east === undefined ? undefined : { lat: north, lon: east };
}

function circularMean(hours: readonly number[], weights: Float64Array): number {
  let x = 0;
  let y = 0;
  hours.forEach((hour, row) => {
    x += weights[row]! * Math.cos((hour * Math.PI) / 12);
    y += weights[row]! * Math.sin((hour * Math.PI) / 12);
  });
  return ((Math.atan2(y, x) * 12) / Math.PI + 24) % 24;
}

function weightedShare(values: readonly number[], weights: Float64Array, counts: (value: number) => boolean): number {
  let all = 0;
  let counted = 0;
  values.forEach((value, row) => {
    all += weights[row]!;
    counted += counts(value) ? weights[row]! : 0;
  });
  return counted / all;
}

function medianGap({ at, order, count }: CustomerHistory, weights: Float64Array): number | undefined {
  const gaps: number[] = [];
  const of: number[] = [];
  for (let i = 1; i < count; i++) {
    if (order[i] !== order[i - 1]) {
      gaps.push((at[i]! - at[i - 1]!) / 60);
      of.push(weights[i]!);
    }
  }
  return weightedQuantile(gaps, of, 0.5);
}
