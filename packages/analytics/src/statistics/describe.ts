import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';
import { studentTQuantile } from './distributions/studentT';

export interface Moments {
  n: number;
  mean: number;
  /** of the sample: Σ (x − mean)² ÷ (n − 1); NaN for one value */
  variance: number;
}

/** Mean and variance in two passes; the second corrects the mean's rounding. Equal values have exactly 0. */
export function moments(values: ArrayLike<number>, what = 'A mean'): Moments {
  checkValues(values, what);
  const n = values.length;
  let constant = true;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i]! / n;
    constant &&= values[i] === values[0];
  }
  if (constant) {
    return { n, mean: values[0]!, variance: n > 1 ? 0 : NaN };
  }
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const difference = values[i]! - sum;
    rest += difference;
    squares += difference * difference;
  }
  return { n, mean: sum + rest / n, variance: (squares - (rest * rest) / n) / (n - 1) };
}

export interface Interval {
  low: number;
  high: number;
}

/** Mean with its t interval; an interval needs two values, for one it is NaN. */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): Moments & Interval {
  checkConfidence(confidence);
  const m = moments(values);
  const half = m.n < 2 ? NaN : studentTQuantile(0.5 + confidence / 2, m.n - 1) * Math.sqrt(m.variance / m.n);
  return { ...m, low: m.mean - half, high: m.mean + half };
}

/** @throws AnalyticsError `bad_option` */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new AnalyticsError('bad_option', `A confidence between 0 and 1 is needed, not ${confidence}.`);
  }
}
