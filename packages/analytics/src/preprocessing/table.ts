import { AnalyticsError } from '../analyticsError';

/** A column of numbers; NaN is missing. */
export interface NumberColumn {
  name: string;
  kind: 'number';
  values: Float64Array;
}

/** A column of names; null is missing. */
export interface CategoryColumn {
  name: string;
  kind: 'category';
  values: readonly (string | null)[];
}

export type Column = NumberColumn | CategoryColumn;

/** A table as it was read: numbers and names, some missing. */
export interface Table {
  rows: number;
  columns: readonly Column[];
}

/** @throws AnalyticsError `shape` where columns differ in length or share a name, `not_finite` on ±∞ */
export function tableOf(columns: readonly Column[]): Table {
  const rows = columns[0]?.values.length ?? 0;
  const names = new Set<string>();
  for (const { name, kind, values } of columns) {
    if (values.length !== rows) {
      throw new AnalyticsError('shape', `Column ${name} has ${values.length} values, the first has ${rows}.`);
    }
    if (names.has(name)) {
      throw new AnalyticsError('shape', `Two columns are called ${name}.`);
    }
    names.add(name);
    const infinite = kind === 'number' ? values.findIndex((value) => Math.abs(value) === Infinity) : -1;
    if (infinite >= 0) {
      throw new AnalyticsError('not_finite', `Column ${name}, row ${infinite} is infinite; fill or drop such rows first.`); // prettier-ignore
    }
  }
  return { rows, columns };
}

/** The rows asked for, in that order, as a table of its own. */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  return {
    rows: rows.length,
    columns: table.columns.map((column): Column =>
      column.kind === 'number'
        ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
        : { ...column, values: Array.from(rows, (row) => column.values[row] ?? null) }
    ),
  };
}
