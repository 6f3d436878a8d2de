import { AnalyticsError } from '../../analyticsError';
import { normalQuantile } from '../normalQuantile';
import { incompleteBeta } from './incompleteBeta';
import { stirlingError } from './saddlePoint';
import type { Tails } from './tails';

/** Student's t distribution with `df` > 0 degrees of freedom (not necessarily whole) at t. */
export function studentTTails(t: number, df: number): Tails {
  const { lower, upper } = sides(t, df);
  const far = lower / 2;
  const near = 0.5 + upper / 2;
  return t < 0 ? { lower: far, upper: near } : { lower: near, upper: far };
}

/** Chance of a value as far from 0 as t, on either side. */
export function studentTTwoSided(t: number, df: number): number {
  return sides(t, df).lower;
}

function sides(t: number, df: number): Tails {
  const square = t * t;
  return square === Infinity
    ? { lower: 0, upper: 1 }
    : incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}

/** Inverse of the distribution: the t that lies above a share p of the values, 0 < p < 1. */
export function studentTQuantile(p: number, df: number): number {
  if (!(df > 0)) {
    throw new AnalyticsError('bad_option', `Degrees of freedom must be positive, not ${df}.`);
  }
  const start = normalQuantile(p);
  if (start === 0) {
    return 0;
  }
  return Math.sign(start) * upperQuantile(Math.min(p, 1 - p), df, Math.abs(start));
}

/** Bisection until Newton's step on the logarithm of the tail stays inside the bracket, then Newton. */
function upperQuantile(tail: number, df: number, start: number): number {
  let low = start;
  let high = start;
  while (studentTTails(high, df).upper > tail) {
    low = high;
    high *= 2;
  }
  let t = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const { upper } = studentTTails(t, df);
    if (upper > tail) {
      low = t;
    } else {
      high = t;
    }
    const newton = t + (upper * Math.log(upper / tail)) / density(t, df);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= 4e-16 * t) {
      return next;
    }
    t = next;
  }
  return t;
}

function density(t: number, df: number): number {
  const constant = Math.exp(stirlingError((df + 1) / 2) - stirlingError(df / 2) + halfStep(df));
  return (constant / Math.sqrt(2 * Math.PI)) * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
}

/** ln [Γ((df + 1) ÷ 2) ÷ (Γ(df ÷ 2) √(df ÷ 2))] without its two Stirling errors. */
function halfStep(df: number): number {
  return (df / 2) * Math.log1p(1 / df) - 0.5;
}
