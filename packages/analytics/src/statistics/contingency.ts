import { AnalyticsError } from '../analyticsError';

/** Counts: one row a group, one column an outcome. */
export type CountTable = readonly (readonly number[])[];

export interface Margins {
  rows: number[];
  columns: number[];
  total: number;
}

/** @throws AnalyticsError `shape` for ragged rows or negative or broken counts, `empty` without any */
export function margins(table: CountTable, what: string): Margins {
  const width = table[0]?.length ?? 0;
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: width }, (_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  if (table.some((row) => row.length !== width)) {
    throw new AnalyticsError('shape', `${what}: all rows of a table need as many counts as the first, ${width}.`);
  }
  if (table.some((row) => row.some((count) => !Number.isSafeInteger(count) || count < 0))) {
    throw new AnalyticsError('shape', `${what} takes whole counts from 0 on.`);
  }
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (total === 0) {
    throw new AnalyticsError('empty', `${what} needs at least one case.`);
  }
  return { rows, columns, total };
}
