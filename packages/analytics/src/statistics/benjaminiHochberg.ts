import { AnalyticsError } from '../analyticsError';

/**
 * p-values corrected for the false discovery rate (Benjamini & Hochberg, JRSS B 1995), in the order given: those at
 * most q are findings of which a share of at most q is expected to be false.
 */
export function benjaminiHochberg(ps: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: ps.length }, (_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
  const corrected = new Float64Array(ps.length);
  let least = 1;
  for (let rank = ps.length; rank > 0; rank--) {
    const i = order[rank - 1]!;
    const p = ps[i]!;
    if (!(p >= 0 && p <= 1)) {
      throw new AnalyticsError('bad_option', `p-value ${i} is ${p}, which is no probability.`);
    }
    least = Math.min(least, p * (ps.length / rank));
    corrected[i] = least;
  }
  return corrected;
}
