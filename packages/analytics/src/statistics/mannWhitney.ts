import { AnalyticsError } from '../analyticsError';
import { type Interval, checkConfidence } from './describe';
import { normalTwoSided } from './distributions/normal';
import { checkGroups, concatenated } from './groups';
import { normalQuantile } from './normalQuantile';
import { midRanks } from './ranks';

export interface MannWhitney extends Interval {
  /** of the first group: pairs in which its value is greater, ties counted half */
  u: number;
  /** two-sided */
  p: number;
  method: 'exact' | 'normal';
  /** share of pairs in favour of the first group less the rest, −1 to 1; its interval is low … high */
  rankBiserial: number;
}

/** The smaller group at most so large, and so many pairs: then the exact distribution is cheap, and used without ties. */
const exactGroup = 8;
const exactPairs = 20_000;

/**
 * Mann–Whitney U test: exact for a small group without ties, else normal with correction for ties and continuity (Mann
 * & Whitney 1947). The interval of the rank-biserial correlation is Fisher's z with the variance (n₁ + n₂ + 1) ÷ (3 n₁ n₂).
 * Where all values are equal p is 1.
 */
export function mannWhitney(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): MannWhitney {
  checkGroups([a, b], 1, 'The Mann–Whitney test');
  checkConfidence(confidence);
  const { ranks, ties } = midRanks(concatenated([a, b]));
  const [n1, n2] = [a.length, b.length];
  let rankSum = 0;
  for (let i = 0; i < n1; i++) {
    rankSum += ranks[i]!;
  }
  const u = rankSum - (n1 * (n1 + 1)) / 2;
  const exact = ties === 0 && Math.min(n1, n2) <= exactGroup && n1 * n2 <= exactPairs;
  const rankBiserial = (2 * u) / n1 / n2 - 1;
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt((n1 + n2 + 1) / 3 / n1 / n2);
  const z = Math.atanh(rankBiserial);
  return {
    u,
    p: exact ? exactP(u, n1, n2) : normalP(u, n1, n2, ties),
    method: exact ? 'exact' : 'normal',
    rankBiserial,
    low: Math.tanh(z - half),
    high: Math.tanh(z + half),
  };
}

function normalP(u: number, n1: number, n2: number, ties: number): number {
  const n = n1 + n2;
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / n / (n - 1));
  const distance = Math.abs(u - (n1 * n2) / 2) - 0.5;
  return variance > 0 ? Math.min(1, normalTwoSided(Math.max(0, distance) / Math.sqrt(variance))) : 1;
}

/** Twice the share of orders with a U as far out: coefficients of the Gaussian binomial (n₁ + n₂ over n₁). */
function exactP(u: number, n1: number, n2: number): number {
  const small = Math.min(n1, n2);
  const large = Math.max(n1, n2);
  const shares = new Float64Array(n1 * n2 + 1);
  shares[0] = 1;
  // Times (1 − q^(large + i)) ÷ (1 − q^i), and ÷ its number of orders, so that the shares stay shares.
  for (let i = 1; i <= small; i++) {
    for (let k = shares.length - 1; k >= large + i; k--) {
      shares[k]! -= shares[k - large - i]!;
    }
    for (let k = i; k < shares.length; k++) {
      shares[k]! += shares[k - i]!;
    }
    for (let k = 0; k < shares.length; k++) {
      shares[k]! *= i / (large + i);
    }
  }
  const least = Math.min(u, n1 * n2 - u);
  let tail = 0;
  for (let k = 0; k <= least; k++) {
    tail += shares[k]!;
  }
  if (!Number.isFinite(tail)) {
    throw new AnalyticsError('bad_option', 'The exact distribution of U left the range of numbers.');
  }
  return Math.min(1, 2 * tail);
}
