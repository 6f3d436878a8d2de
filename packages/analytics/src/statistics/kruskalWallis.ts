import { AnalyticsError } from '../analyticsError';
import { chiSquareTails } from './distributions/chiSquare';
import { checkGroups, concatenated } from './groups';
import { midRanks } from './ranks';

export interface KruskalWallis {
  /** corrected for ties */
  h: number;
  df: number;
  p: number;
  /** H ÷ (n − 1), 0 to 1 (Tomczak & Tomczak 2014) */
  epsilonSquared: number;
}

/**
 * Kruskal–Wallis test by its chi-square approximation (Kruskal & Wallis, JASA 1952).
 *
 * @throws AnalyticsError `constant` where all values are equal
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis {
  checkGroups(groups, 1, 'The Kruskal–Wallis test');
  const { ranks, ties } = midRanks(concatenated(groups));
  const n = ranks.length;
  const correction = 1 - ties / (n * (n * n - 1));
  if (!(correction > 0)) {
    throw new AnalyticsError('constant', 'The Kruskal–Wallis test: all values are equal, so no group can differ.');
  }
  let from = 0;
  let spread = 0;
  for (const group of groups) {
    let sum = 0;
    for (let i = 0; i < group.length; i++) {
      sum += ranks[from + i]! - (n + 1) / 2;
    }
    spread += (sum * sum) / group.length;
    from += group.length;
  }
  const h = ((12 / n / (n + 1)) * spread) / correction;
  const df = groups.length - 1;
  return { h, df, p: chiSquareTails(h, df).upper, epsilonSquared: h / (n - 1) };
}
