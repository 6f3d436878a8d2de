import { type AxisScale, toValue } from '@spendscope/contracts';
import type { Numbers } from '../types';

/** Room on both sides, of the span. */
const MARGIN = 0.02;

/** Values of a log scale are never below 0 = log10(1 + 0), and an axis that starts at −0.4 days makes no sense. */
function startOf(scale: AxisScale, [low, high]: readonly [number, number]): number {
  return scale === 'log1p' && toValue(scale, low) < 0 && high > 0 ? 0 : low;
}

/** What an axis spans, with room on both sides; values that are no finite numbers count for nothing. */
export function spanOf(
  values: Numbers,
  side: number,
  scale: AxisScale
): { domain: readonly [number, number]; constant: boolean } {
  const { domain, constant } = domainOf(values, side);
  return { domain: [startOf(scale, domain), domain[1]], constant };
}

function domainOf(values: Numbers, side: number): { domain: [number, number]; constant: boolean } {
  let low = Infinity;
  let high = -Infinity;
  // By index: over a million values an iterator takes several times as long.
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value === 0) {
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
  }
  const constant = low === high;
  const reach = side / 2 + (constant ? Math.max(0.5, side) : (high - low) * MARGIN);
  return { domain: [low - reach, high + reach], constant };
}
