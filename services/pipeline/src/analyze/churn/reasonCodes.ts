import { type Contributions, type Preparation, type Table, median, topContributions } from '@spendscope/analytics';
import { mostReasons } from './rowReasons';

const flags = new Set(['complained', 'digital_member']);

/** Medians of a training part, against which a value is called high or low. */
export function columnMedians({ columns }: Table): number[] {
  return columns.map((column) => {
    const known = column.kind === 'number' ? column.values.filter((value) => !Number.isNaN(value)) : [];
    return known.length > 0 ? median(known) : NaN;
  });
}

/**
 * The columns that raised each row's log-odds most, as codes: `recency_high`, `tenure_months_low`, `complained`,
 * `payment=COD`, `app_hours_unknown`. Columns of 0 and 1 for the names of one column are added up.
 */
export function reasonCodes(
  table: Table,
  { values }: Contributions,
  { sources, features }: Preparation,
  medians: readonly number[]
): string[][] {
  const names = table.columns.map(({ name }) => name);
  const bySource = new Float64Array(names.length);
  return Array.from({ length: table.rows }, (_, row) => {
    bySource.fill(0);
    sources.forEach((source, j) => (bySource[source]! += values[row * features.length + j]!));
    return topContributions(bySource, names, mostReasons).map(({ index }) =>
      codeOf(table, index, row, medians[index]!)
    );
  });
}

function codeOf(table: Table, index: number, row: number, middle: number): string {
  const column = table.columns[index]!;
  const value = column.values[row];
  if (value === null || value === undefined || Number.isNaN(value)) {
    return `${column.name}_unknown`;
  }
  if (column.kind === 'category') {
    return `${column.name}=${value}`;
  }
  if (flags.has(column.name)) {
    return Number(value) > 0 ? column.name : `not_${column.name}`;
  }
  return `${column.name}_${Number(value) > middle ? 'high' : 'low'}`;
}
