import { AnalyticsError } from '../analyticsError';

/** Agreement of two labellings of the same rows, 1 when equal, about 0 by chance (Hubert & Arabie 1985). */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length || a.length === 0) {
    throw new AnalyticsError('shape', `Labellings of ${a.length} and ${b.length} rows cannot be compared.`);
  }
  const cells = new Map<string, number>();
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    count(cells, `${a[i]} ${b[i]}`);
    count(left, a[i]!);
    count(right, b[i]!);
  }
  const together = pairs(cells);
  const inLeft = pairs(left);
  const inRight = pairs(right);
  const expected = (inLeft * inRight) / ((a.length * (a.length - 1)) / 2);
  const most = (inLeft + inRight) / 2;
  // Both one cluster, or both all singletons: nothing to disagree about.
  return most === expected || Number.isNaN(expected) ? 1 : (together - expected) / (most - expected);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(counts: Map<unknown, number>): number {
  let sum = 0;
  for (const n of counts.values()) {
    sum += (n * (n - 1)) / 2;
  }
  return sum;
}
