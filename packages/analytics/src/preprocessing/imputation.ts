import type { CategoryColumn, NumberColumn } from './table';

/** Mean of the values that are there; 0 where all are missing. */
export function columnMean({ values }: NumberColumn): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (!Number.isNaN(value)) {
      sum += value;
      known++;
    }
  }
  return known > 0 ? sum / known : 0;
}

/** Most frequent name; the first in alphabetical order on a tie, null where all are missing. */
export function columnMode({ values }: CategoryColumn): string | null {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  let mode: string | null = null;
  for (const [value, count] of counts) {
    const best = mode === null ? 0 : counts.get(mode)!;
    if (count > best || (count === best && mode !== null && value < mode)) {
      mode = value;
    }
  }
  return mode;
}

/** Names that occur, in alphabetical order (by code unit, so the same on every machine). */
export function columnNames({ values }: CategoryColumn): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
