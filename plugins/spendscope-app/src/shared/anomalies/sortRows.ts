import type { AnomalyRow } from './anomalyRow';

export type SortKey = 'score' | 'time' | 'amount';
export interface RowSort {
  key: SortKey;
  direction: 'asc' | 'desc';
}

export const defaultSort: RowSort = { key: 'score', direction: 'desc' };

/** A sorted copy. Equals keep one order over every refresh: score, then time, both falling, then id. */
export function sortRows(rows: readonly AnomalyRow[], { key, direction }: RowSort = defaultSort): AnomalyRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  const value = (row: AnomalyRow): number => row[key] ?? -Infinity;
  const compare = (left: number, right: number): number => (left === right ? 0 : left < right ? -1 : 1);
  return [...rows].sort(
    (left, right) =>
      sign * compare(value(left), value(right)) ||
      compare(right.score, left.score) ||
      compare(right.time, left.time) ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
  );
}
