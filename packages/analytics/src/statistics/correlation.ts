import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';
import { type Interval, checkConfidence, moments } from './describe';
import { studentTTwoSided } from './distributions/studentT';
import { normalQuantile } from './normalQuantile';
import { midRanks } from './ranks';

export interface Correlation extends Interval {
  /** −1 to 1, whose interval is low … high (NaN below four pairs) */
  r: number;
  n: number;
  /** two-sided, by Student's t with n − 2 degrees of freedom */
  p: number;
}

/**
 * Pearson's correlation with Fisher's z interval; with one column of 0 and 1 it is the point-biserial correlation.
 *
 * @throws AnalyticsError `too_few_rows` below three pairs, `constant` where a column does not vary
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): Correlation {
  return finish(coefficient(x, y), x.length, 1, confidence);
}

/** Spearman's rank correlation; the interval is Bonett & Wright's (2000). Throws as {@link pearson} does. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): Correlation {
  checkPairs(x, y);
  const r = coefficient(midRanks(x).ranks, midRanks(y).ranks);
  return finish(r, x.length, 1 + (r * r) / 2, confidence);
}

function coefficient(x: ArrayLike<number>, y: ArrayLike<number>): number {
  checkPairs(x, y);
  const [a, b] = [moments(x), moments(y)];
  if (a.variance === 0 || b.variance === 0) {
    throw new AnalyticsError(
      'constant',
      `A correlation: the ${a.variance === 0 ? 'first' : 'second'} column does not vary.`
    );
  }
  const [sx, sy] = [Math.sqrt(a.variance), Math.sqrt(b.variance)];
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    sum += ((x[i]! - a.mean) / sx) * ((y[i]! - b.mean) / sy);
  }
  return Math.max(-1, Math.min(1, sum / (x.length - 1)));
}

function checkPairs(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length !== y.length) {
    throw new AnalyticsError('shape', `A correlation of ${x.length} with ${y.length} values.`);
  }
  checkValues(x, 'A correlation, first column');
  checkValues(y, 'A correlation, second column');
  if (x.length < 3) {
    throw new AnalyticsError('too_few_rows', `A correlation needs at least 3 pairs, not ${x.length}.`);
  }
}

function finish(r: number, n: number, factor: number, confidence: number): Correlation {
  checkConfidence(confidence);
  const t = r * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
  const half = n > 3 ? normalQuantile(0.5 + confidence / 2) * Math.sqrt(factor / (n - 3)) : NaN;
  const z = Math.atanh(r);
  return { r, n, p: studentTTwoSided(t, n - 2), low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
