import { AnalyticsError } from '../analyticsError';
import { median } from '../anomaly-scores/robust';
import { checkValues } from '../matrix';
import { type Interval, checkConfidence } from './describe';
import { normalTwoSided } from './distributions/normal';
import { kendallPairs } from './mannKendall';
import { normalQuantile } from './normalQuantile';

/** A straight trend of values over time that outliers cannot bend. */
export interface RobustTrend extends Interval {
  /** change of the value in one step of time */
  slope: number;
  /** two-sided, of no trend */
  p: number;
  z: number;
}

/**
 * Theil–Sen slope of values at equal steps of time: the median of the slopes between all pairs (Sen, JASA 1968), with
 * Sen's interval from the normal approximation of Kendall's S, and the Mann–Kendall test.
 *
 * @throws AnalyticsError `too_few_rows` below three values
 */
export const theilSen = (values: ArrayLike<number>, confidence = 0.95): RobustTrend =>
  seasonalTrend(values, 1, confidence);

/**
 * The same where values repeat in seasons, e.g. months of years with a period of 12: only values of the same season are
 * compared, so that December after November is no growth (Hirsch, Slack & Smith, Water Resources Research 1982). The
 * slope is per step of time; seasons are taken as independent.
 *
 * @param period steps after which a season comes again; 1 for none
 * @throws AnalyticsError `too_few_rows` below three values, or where no season comes twice
 */
export function seasonalTrend(values: ArrayLike<number>, period: number, confidence = 0.95): RobustTrend {
  checkConfidence(confidence);
  checkValues(values, 'A trend');
  if (!Number.isInteger(period) || period < 1) {
    throw new AnalyticsError('bad_option', `A period must be a whole number of at least 1, not ${period}.`);
  }
  const n = values.length;
  if (n < 3 || n <= period) {
    throw new AnalyticsError('too_few_rows', `A trend with a period of ${period} needs more than ${Math.max(2, period)} values, not ${n}.`); // prettier-ignore
  }
  const slopes: number[] = [];
  let [s, variance] = [0, 0];
  for (let season = 0; season < Math.min(period, n); season++) {
    const own = Float64Array.from({ length: Math.ceil((n - season) / period) }, (_, i) => values[season + i * period]!);
    for (let i = 0; i < own.length; i++) {
      for (let j = i + 1; j < own.length; j++) {
        slopes.push((own[j]! - own[i]!) / ((j - i) * period));
      }
    }
    const pairs = kendallPairs(own);
    s += pairs.s;
    variance += pairs.variance;
  }
  slopes.sort((a, b) => a - b);
  const z = s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt(variance);
  // Python's round, as SciPy uses it, rounds halves to even.
  const upper = Math.min(roundEven((slopes.length + half) / 2), slopes.length - 1);
  const lower = Math.max(roundEven((slopes.length - half) / 2) - 1, 0);
  return { slope: median(slopes), low: slopes[lower]!, high: slopes[upper]!, z, p: normalTwoSided(z) };
}

function roundEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
