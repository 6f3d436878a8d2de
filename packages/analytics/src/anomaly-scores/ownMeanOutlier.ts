import { AnalyticsError } from '../analyticsError';
import { robustScale, robustZ, type RobustScale } from './robust';

export interface OwnMeanOptions {
  /** least history to judge by; 5 */
  minimum?: number;
  /** least |robust z| to count; 3.5 (Iglewicz & Hoaglin, 1993) */
  threshold?: number;
}

/** The amount that stands out most from a customer's own history. */
export interface OwnMeanOutlier {
  /** index in the amounts given */
  index: number;
  robustZ: number;
  direction: 'above' | 'below';
  scale: RobustScale;
}

/**
 * Finds the amount farthest from the customer's own median, in robust standard deviations; the earlier one on a tie.
 *
 * @returns undefined where the history is shorter than the minimum or nothing reaches the threshold
 * @throws AnalyticsError on non-finite amounts
 */
export function ownMeanOutlier(amounts: ArrayLike<number>, options: OwnMeanOptions = {}): OwnMeanOutlier | undefined {
  const { minimum = 5, threshold = 3.5 } = options;
  if (!(threshold > 0) || !(minimum >= 1)) {
    throw new AnalyticsError('bad_option', `minimum and threshold must be positive, not ${minimum} and ${threshold}.`);
  }
  if (amounts.length < minimum) {
    return undefined;
  }
  const scale = robustScale(amounts);
  let best = -1;
  let bestZ = 0;
  for (let i = 0; i < amounts.length; i++) {
    const z = robustZ(amounts[i]!, scale);
    if (Math.abs(z) > Math.abs(bestZ)) {
      best = i;
      bestZ = z;
    }
  }
  if (best < 0 || Math.abs(bestZ) < threshold) {
    return undefined;
  }
  return { index: best, robustZ: bestZ, direction: bestZ > 0 ? 'above' : 'below', scale };
}
