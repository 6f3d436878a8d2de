import { margins } from './contingency';
import { type Interval, checkConfidence } from './describe';
import type { FourCounts } from './fisherExact';
import { normalQuantile } from './normalQuantile';

export interface OddsRatio extends Interval {
  oddsRatio: number;
}

/**
 * Odds of the event in the first group ÷ in the second, with Woolf's interval (1955). With an empty cell ½ is added to
 * all four (Haldane 1956, Anscombe 1956), for the ratio and its interval.
 */
export function oddsRatio(table: FourCounts, confidence = 0.95): OddsRatio {
  checkConfidence(confidence);
  margins(table, 'An odds ratio');
  const add = table.flat().some((count) => count === 0) ? 0.5 : 0;
  const [a, b, c, d] = table.flat().map((count) => count + add) as [number, number, number, number];
  const log = Math.log(a / b) - Math.log(c / d);
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return { oddsRatio: (a / b) * (d / c), low: Math.exp(log - half), high: Math.exp(log + half) };
}
