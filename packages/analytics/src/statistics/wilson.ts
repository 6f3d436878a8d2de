import { AnalyticsError } from '../analyticsError';
import { normalQuantile } from './normalQuantile';

export interface Proportion {
  rate: number;
  low: number;
  high: number;
}

/**
 * Share of successes with its Wilson score interval (E. B. Wilson, JASA 1927), which stays inside [0, 1] and is honest
 * for few cases. Without any case the rate is NaN and the interval is all of [0, 1].
 */
export function wilson(successes: number, cases: number, confidence = 0.95): Proportion {
  if (!(successes >= 0 && successes <= cases) || !Number.isFinite(cases)) {
    throw new AnalyticsError('bad_option', `${successes} successes of ${cases} cases is not a share.`);
  }
  if (cases === 0) {
    return { rate: NaN, low: 0, high: 1 };
  }
  const z = normalQuantile(0.5 + confidence / 2);
  const rate = successes / cases;
  const z2 = (z * z) / cases;
  const centre = (rate + z2 / 2) / (1 + z2);
  const half = (z * Math.sqrt((rate * (1 - rate)) / cases + z2 / (4 * cases))) / (1 + z2);
  // At the ends the formula gives exactly 0 or 1 but for rounding.
  return {
    rate,
    low: successes === 0 ? 0 : centre - half,
    high: successes === cases ? 1 : centre + half,
  };
}
