import { AnalyticsError } from '../analyticsError';

/** Stands for a share of nothing, whose logarithm there is not; what the field's tools use. */
const leastShare = 1e-4;

/**
 * Population stability index: Σ (now − then) · ln(now / then) over bins, which is Kullback and Leibler's divergence in both
 * directions. 0 where both are alike; by the convention of credit scoring (Siddiqi 2006) below 0.1 nothing moved, from 0.25
 * on much did. Of two samples of n and m rows of one distribution it is about (bins − 1) · (1/n + 1/m).
 *
 * @param then shares of bins, which add up to 1
 * @param now of the same bins
 */
export function populationStability(then: readonly number[], now: readonly number[]): number {
  if (then.length !== now.length) {
    throw new AnalyticsError('shape', `${then.length} bins are compared with ${now.length}.`);
  }
  return then.reduce((sum, share, bin) => {
    const [before, after] = [Math.max(share, leastShare), Math.max(now[bin]!, leastShare)];
    return sum + (after - before) * Math.log(after / before);
  }, 0);
}
