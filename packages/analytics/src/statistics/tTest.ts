import { AnalyticsError } from '../analyticsError';
import { type Interval, type Moments, checkConfidence, moments } from './describe';
import { studentTQuantile, studentTTwoSided } from './distributions/studentT';
import { checkGroups } from './groups';

export interface TTest extends Interval {
  t: number;
  df: number;
  /** two-sided */
  p: number;
  /** mean of the first − mean of the second, whose interval is low … high */
  difference: number;
}

/**
 * Welch's t test: unequal variances (Welch, Biometrika 1947).
 *
 * @throws AnalyticsError `too_few_rows` below two values a group, `constant` where neither group varies
 */
export function welchTTest(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): TTest {
  const [first, second] = pair(a, b, 'Welch’s t test');
  const va = first.variance / first.n;
  const vb = second.variance / second.n;
  // Divided by the sum first, so that huge and tiny variances neither overflow nor vanish.
  const [sa, sb] = [va / (va + vb), vb / (va + vb)];
  const df = 1 / ((sa * sa) / (first.n - 1) + (sb * sb) / (second.n - 1));
  return finish(first, second, Math.sqrt(va + vb), df, confidence);
}

/** Student's t test: one variance for both groups. Throws as {@link welchTTest} does. */
export function studentTTest(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): TTest {
  const [first, second] = pair(a, b, 'Student’s t test');
  const error = Math.sqrt(pooledVariance(first, second) * (1 / first.n + 1 / second.n));
  return finish(first, second, error, first.n + second.n - 2, confidence);
}

export function pooledVariance(first: Moments, second: Moments): number {
  return ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / (first.n + second.n - 2);
}

/** Moments of two groups of at least two values, one of which varies. */
export function pair(a: ArrayLike<number>, b: ArrayLike<number>, what: string): [Moments, Moments] {
  checkGroups([a, b], 2, what);
  const both: [Moments, Moments] = [moments(a), moments(b)];
  if (both[0].variance === 0 && both[1].variance === 0) {
    throw new AnalyticsError('constant', `${what}: neither group varies, so there is no error to measure by.`);
  }
  return both;
}

function finish(first: Moments, second: Moments, error: number, df: number, confidence: number): TTest {
  checkConfidence(confidence);
  const difference = first.mean - second.mean;
  const half = studentTQuantile(0.5 + confidence / 2, df) * error;
  const t = difference / error;
  return { t, df, p: studentTTwoSided(t, df), difference, low: difference - half, high: difference + half };
}
