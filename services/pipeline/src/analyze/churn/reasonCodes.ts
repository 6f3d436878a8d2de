import {
  type Contributions,
  type Platt,
  type Preparation,
  type Table,
  median,
  topContributions,
} from '@spendscope/analytics';
import type { Explanation } from './explanation';
import { mostReasons } from './rowReasons';

const flags = new Set(['complained', 'digital_member']);

/** Medians of a training part, against which a value is called high or low. */
export function columnMedians({ columns }: Table): number[] {
  return columns.map((column) => {
    const known = column.kind === 'number' ? column.values.filter((value) => !Number.isNaN(value)) : [];
    return known.length > 0 ? median(known) : NaN;
  });
}

export interface Explained {
  table: Table;
  /** of the uncalibrated log-odds */
  contributions: Contributions;
  preparation: Preparation;
  medians: readonly number[];
  calibration: Platt;
}

/**
 * Why each row's calibrated log-odds are what they are: base + parts + rest. Parts are the columns that raised them most,
 * as codes too: `recency_high`, `tenure_months_low`, `complained`, `payment=COD`, `app_hours_unknown`. Columns of 0 and 1
 * for the names of one column are added up. The calibration is a line over log-odds, so it scales what each column adds.
 */
export function explainRows({
  table,
  contributions: { base, values },
  preparation: { sources, features },
  medians,
  calibration: { slope, shift },
}: Explained): Explanation[] {
  const names = table.columns.map(({ name }) => name);
  const bySource = new Float64Array(names.length);
  return Array.from({ length: table.rows }, (_, row) => {
    bySource.fill(0);
    sources.forEach((source, j) => (bySource[source]! -= slope * values[row * features.length + j]!));
    const top = topContributions(bySource, names, mostReasons).map(({ index }) => index);
    return {
      base: -slope * base - shift,
      parts: top.map((index) => ({
        code: codeOf(table, index, row, medians[index]!),
        column: names[index]!,
        value: valueOf(table, index, row),
        contribution: bySource[index]!,
      })),
      rest: bySource.reduce((sum, each, index) => (top.includes(index) ? sum : sum + each), 0),
    };
  });
}

/** Null where it is not known. */
function valueOf(table: Table, index: number, row: number): string | number | null {
  const value = table.columns[index]!.values[row] ?? null;
  return Number.isNaN(value) ? null : value;
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
