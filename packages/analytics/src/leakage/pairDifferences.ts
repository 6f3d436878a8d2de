import type { Column } from '../preprocessing/table';

const decimals = 1e6;

/**
 * How a column differs within a pair of rows, as a key: for numbers the absolute difference, for names whether they
 * differ, and one key for pairs where either is missing.
 */
export function differenceOf(column: Column): (a: number, b: number) => number {
  if (column.kind === 'number') {
    const { values } = column;
    return (a, b) => {
      const difference = Math.round(Math.abs(values[a]! - values[b]!) * decimals) / decimals;
      return Number.isNaN(difference) ? -1 : difference;
    };
  }
  const { values } = column;
  return (a, b) => (values[a] === null || values[b] === null ? -1 : values[a] === values[b] ? 0 : 1);
}

/** Differences that at least this share of pairs has are told apart; all others are one kind. */
const leastShare = 0.01;

/** Numbers the frequent differences of some pairs, from 0; `kinds − 1` is for all the rest. */
export function differenceKinds(keys: Float64Array): { kindOf: (key: number) => number; kinds: number } {
  const counts = new Map<number, number>();
  for (const key of keys) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= leastShare * keys.length).map(([key]) => key);
  const places = new Map(frequent.sort((a, b) => a - b).map((key, place) => [key, place]));
  return { kindOf: (key) => places.get(key) ?? places.size, kinds: places.size + 1 };
}
