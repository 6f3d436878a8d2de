import { AnalyticsError } from '../analyticsError';
import { normalTwoSided } from './distributions/normal';

export interface TrendTest {
  /** positive where the shares rise with the scores */
  z: number;
  /** two-sided */
  p: number;
}

/**
 * Cochran–Armitage test for a linear trend of shares over ordered levels (Armitage, Biometrics 1955), e.g. churn over
 * satisfaction 1 to 5. Levels without cases do no harm.
 *
 * @param scores of the levels; default 0, 1, 2, …
 * @throws AnalyticsError `one_class` where all or none are events, `constant` where only one score has cases
 */
export function cochranArmitage(
  events: ArrayLike<number>,
  cases: ArrayLike<number>,
  scores: ArrayLike<number> = Array.from({ length: cases.length }, (_, i) => i)
): TrendTest {
  if (events.length !== cases.length || scores.length !== cases.length) {
    throw new AnalyticsError('shape', 'A trend test needs events, cases and a score for each level.');
  }
  let [n, hits, mean] = [0, 0, 0];
  for (let i = 0; i < cases.length; i++) {
    if (!(events[i]! >= 0 && events[i]! <= cases[i]!) || !Number.isFinite(cases[i]!) || !Number.isFinite(scores[i]!)) {
      throw new AnalyticsError(
        'bad_option',
        `Level ${i}: ${events[i]} events of ${cases[i]} cases at score ${scores[i]}.`
      );
    }
    n += cases[i]!;
    hits += events[i]!;
    mean += cases[i]! * scores[i]!;
  }
  if (hits === 0 || hits === n) {
    throw new AnalyticsError('one_class', 'A trend of shares needs cases with and without the event.');
  }
  mean /= n;
  let [covariance, spread] = [0, 0];
  for (let i = 0; i < cases.length; i++) {
    const distance = scores[i]! - mean;
    covariance += distance * (events[i]! - cases[i]! * (hits / n));
    spread += cases[i]! * distance * distance;
  }
  if (spread === 0) {
    throw new AnalyticsError('constant', 'A trend needs cases at two scores at least.');
  }
  const z = covariance / Math.sqrt((hits / n) * (1 - hits / n) * spread);
  return { z, p: normalTwoSided(z) };
}
