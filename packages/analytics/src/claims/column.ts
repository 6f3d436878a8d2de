import { AnalyticsError } from '../analyticsError';

/** A column of customers: numbers (yes is 1, no 0) with NaN, or texts with null, where a customer has no value. */
export type ClaimColumn =
  { kind: 'yesno' | 'number'; values: ArrayLike<number> } | { kind: 'category'; values: readonly (string | null)[] };

/** Rows in which both columns have a value. */
export function completeRows(a: ClaimColumn, b: ClaimColumn): Uint32Array {
  if (a.values.length !== b.values.length) {
    throw new AnalyticsError('shape', `A column of ${a.values.length} rows beside one of ${b.values.length}.`);
  }
  const rows = Array.from({ length: a.values.length }, (_, row) => row);
  return Uint32Array.from(rows.filter((row) => isKnown(a.values[row]) && isKnown(b.values[row])));
}

function isKnown(value: number | string | null | undefined): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : value != null;
}

export function numbersOf(column: ClaimColumn, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => Number(column.values[row]));
}

/** Values of a column in order: no before yes, numbers by size, texts by spelling. */
export function levelsOf(column: ClaimColumn, rows: Uint32Array): { labels: string[]; level: Uint32Array } {
  const found = new Set<string | number>();
  rows.forEach((row) => found.add(column.values[row]!));
  const ordered = [...found].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(ordered.map((value, i) => [value, i]));
  return { labels: ordered.map(String), level: rows.map((row) => place.get(column.values[row]!)!) };
}

/** The numbers of each level. */
export function split(values: Float64Array, level: Uint32Array, levels: number): Float64Array[] {
  return Array.from({ length: levels }, (_, i) => values.filter((__, row) => level[row] === i));
}
