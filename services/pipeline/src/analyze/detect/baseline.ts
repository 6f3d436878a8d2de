import { robustScale } from '@spendscope/analytics';
import type { CustomerHistory } from './customerHistory';

/** What is usual for a customer; where the history is short, for the population. */
export interface Baseline {
  /** median and robust deviation of log10(1 + |amount|) */
  logAmount: number;
  logSigma: number;
  /** circular mean of the hour of day */
  hour: number;
  /** median minutes between orders */
  gapMinutes: number;
}

/** Least history to judge a customer by the own past. */
export const leastHistory = 5;
/** Amounts that hardly vary would make every difference extreme: a tenth of a decade is the least deviation. */
const leastSigma = 0.1;

export const logAmount = (amount: number): number => Math.log10(1 + Math.abs(amount));

export function baselineOf(history: CustomerHistory, population: Baseline): Baseline {
  if (history.count < leastHistory) {
    return population;
  }
  const amounts = robustScale(history.amount.map(logAmount));
  return {
    logAmount: amounts.median,
    logSigma: Math.max(amounts.sigma, leastSigma),
    hour: circularMean(history.hour),
    gapMinutes: medianGap(history) ?? population.gapMinutes,
  };
}

function circularMean(hours: readonly number[]): number {
  let x = 0;
  let y = 0;
  for (const hour of hours) {
    x += Math.cos((hour * Math.PI) / 12);
    y += Math.sin((hour * Math.PI) / 12);
  }
  return ((Math.atan2(y, x) * 12) / Math.PI + 24) % 24;
}

function medianGap({ at, order, count }: CustomerHistory): number | undefined {
  const gaps: number[] = [];
  for (let i = 1; i < count; i++) {
    if (order[i] !== order[i - 1]) {
      gaps.push((at[i]! - at[i - 1]!) / 60);
    }
  }
  gaps.sort((a, b) => a - b);
  return gaps.length > 0 ? gaps[gaps.length >> 1] : undefined;
}
