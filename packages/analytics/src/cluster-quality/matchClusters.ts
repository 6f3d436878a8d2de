import { AnalyticsError } from '../analyticsError';
import { hungarian } from './hungarian';

/**
 * Keeps cluster numbers from one run to the next: gives each new cluster the old number whose members it took over, by
 * the matching that keeps most rows. New clusters beyond the old ones get the numbers that follow.
 *
 * @param before old cluster of each row that both runs have
 * @param after new cluster of the same rows
 * @param clusters number of new clusters
 * @returns for each new cluster the number it should carry
 */
export function matchClusters(before: ArrayLike<number>, after: ArrayLike<number>, clusters: number): number[] {
  if (before.length !== after.length) {
    throw new AnalyticsError('shape', `${before.length} old and ${after.length} new labels cannot be matched.`);
  }
  let old = clusters;
  for (let i = 0; i < before.length; i++) {
    old = Math.max(old, before[i]! + 1);
  }
  const kept = Array.from({ length: clusters }, () => new Array<number>(old).fill(0));
  for (let i = 0; i < before.length; i++) {
    kept[after[i]!]![before[i]!]!++;
  }
  return hungarian(kept.map((row) => row.map((count) => -count)));
}
