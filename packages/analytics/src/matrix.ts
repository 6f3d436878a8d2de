import { AnalyticsError } from './analyticsError';

/** Looked up once: in Jest's sandbox to find a global takes a hundred times as long as to check a number. */
const { isFinite } = Number;

/** A dense table of numbers, row after row: value (i, j) is `data[i × columns + j]`. */
export interface Matrix {
  data: Float64Array;
  rows: number;
  columns: number;
}

/** Wraps row-major data; nothing is copied. */
export function matrix(data: Float64Array, columns: number): Matrix {
  if (!Number.isInteger(columns) || columns < 1 || data.length % columns !== 0) {
    throw new AnalyticsError('shape', `${data.length} values do not fill rows of ${columns} columns.`);
  }
  return { data, rows: data.length / columns, columns };
}

/** Copies columns of equal length into a matrix. */
export function matrixOfColumns(columns: readonly ArrayLike<number>[]): Matrix {
  const rows = columns[0]?.length ?? 0;
  const data = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => {
    if (column.length !== rows) {
      throw new AnalyticsError('shape', `Column ${j} has ${column.length} values, the first has ${rows}.`);
    }
    for (let i = 0; i < rows; i++) {
      data[i * columns.length + j] = column[i]!;
    }
  });
  return { data, rows, columns: columns.length };
}

/** Copies rows into a matrix of their own. */
export function matrixRows({ data, columns }: Matrix, rows: ArrayLike<number>): Matrix {
  const copy = new Float64Array(rows.length * columns);
  for (let at = 0; at < rows.length; at++) {
    copy.set(data.subarray(rows[at]! * columns, (rows[at]! + 1) * columns), at * columns);
  }
  return { data: copy, rows: rows.length, columns };
}

/** @throws AnalyticsError `empty` */
export function checkFilled(m: Matrix, what: string): void {
  if (m.rows === 0) {
    throw new AnalyticsError('empty', `${what} needs at least one row.`);
  }
}

/** @throws AnalyticsError `empty`, or `not_finite` with the place of the first NaN or ±∞ */
export function checkMatrix(m: Matrix, what: string): void {
  checkFilled(m, what);
  for (let i = 0; i < m.data.length; i++) {
    if (!isFinite(m.data[i]!)) {
      const row = Math.floor(i / m.columns);
      throw new AnalyticsError('not_finite', `${what}: row ${row}, column ${i % m.columns} is ${m.data[i]}; fill or drop such rows first.`); // prettier-ignore
    }
  }
}

/** @throws AnalyticsError `empty` or `not_finite` with the place of the first NaN or ±∞ */
export function checkValues(values: ArrayLike<number>, what: string): void {
  if (values.length === 0) {
    throw new AnalyticsError('empty', `${what} needs at least one value.`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!isFinite(values[i]!)) {
      throw new AnalyticsError('not_finite', `${what}: value ${i} is ${values[i]}; fill or drop such rows first.`);
    }
  }
}
