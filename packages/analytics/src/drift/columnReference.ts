import type { CategoryColumn, Column, NumberColumn } from '../preprocessing/table';
import { quantileOfSorted } from '../statistics/boxPlot';

/** Bins of a column of numbers, of equal size where no value is frequent. */
const bins = 10;
/** Order statistics that are kept: what is told of the distribution is then wrong by half a percent at most. */
const kept = 201;

export interface NumberReference {
  name: string;
  kind: 'number';
  /** rows, the missing among them */
  rows: number;
  /** share of rows without a value */
  missing: number;
  /** inner edges of the bins, rising; a value that is equal belongs to the bin below */
  edges: number[];
  /** of rows, by bin */
  shares: number[];
  /** order statistics at even distances, all where there are few */
  sample: number[];
}

export interface CategoryReference {
  name: string;
  kind: 'category';
  rows: number;
  missing: number;
  /** of rows, by name */
  shares: Record<string, number>;
}

/** What a column looked like, for later rows to be held against; plain JSON. */
export type ColumnReference = NumberReference | CategoryReference;

export const columnReference = (column: Column): ColumnReference =>
  column.kind === 'number' ? numberReference(column) : categoryReference(column);

function numberReference({ name, values }: NumberColumn): NumberReference {
  const known = knownOf(values);
  const quantiles = Array.from({ length: bins - 1 }, (_, i) => quantileOfSorted(known, (i + 1) / bins));
  const edges = known.length > 0 ? [...new Set(quantiles)] : [];
  const places = Math.min(kept, known.length);
  const step = places > 1 ? (known.length - 1) / (places - 1) : 0;
  return {
    ...{ name, kind: 'number', rows: values.length, missing: missingShare(known.length, values.length) },
    ...{ edges, shares: binShares(known, edges, values.length) },
    sample: Array.from({ length: places }, (_, i) => known[Math.round(i * step)]!),
  };
}

function categoryReference({ name, values }: CategoryColumn): CategoryReference {
  const shares = nameShares(values);
  const known = values.filter((value) => value !== null).length;
  return { name, kind: 'category', rows: values.length, missing: missingShare(known, values.length), shares };
}

/** Values that are there, rising. */
export const knownOf = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value)).sort();

export const missingShare = (known: number, rows: number): number => (rows === 0 ? 0 : (rows - known) / rows);

/** @param rows whose share it is, those without a value too */
export function binShares(known: Float64Array, edges: readonly number[], rows: number): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  let bin = 0;
  for (const value of known) {
    while (bin < edges.length && value > edges[bin]!) {
      bin++;
    }
    counts[bin]!++;
  }
  return counts.map((count) => (rows === 0 ? 0 : count / rows));
}

/** Share of rows that have each name. */
export function nameShares(values: readonly (string | null)[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort().map(([name, count]) => [name, count / values.length]));
}
