/** A matrix inside a typed array: element (i, j) is at `offset + i · row + j · column`, so a transpose is a swap. */
export interface Strided {
  data: Float64Array;
  offset: number;
  row: number;
  column: number;
}

/** Row-major view of `columns` columns that begins at `offset`. */
export const rowsOf = (data: Float64Array, columns: number, offset = 0): Strided => ({
  data,
  offset,
  row: columns,
  column: 1,
});

/** The same elements with rows and columns swapped. */
export const transposed = ({ data, offset, row, column }: Strided): Strided => ({
  data,
  offset,
  row: column,
  column: row,
});

/**
 * C += A · B for A of m × k and B of k × n. Tiles of 4 × 2 sums stay in registers, which is what makes plain JavaScript
 * as quick as a library here (the idea of K. Goto, R. van de Geijn, "Anatomy of high-performance matrix multiplication",
 * 2008, at the size that sixteen registers allow). Sums are always taken in the same order.
 */
export function multiplyAdd(c: Strided, a: Strided, b: Strided, m: number, n: number, k: number): void {
  const wholeRows = m - (m % 4);
  const wholeColumns = n - (n % 2);
  for (let i = 0; i < wholeRows; i += 4) {
    for (let j = 0; j < wholeColumns; j += 2) {
      addTile(c, a, b, i, j, k);
    }
  }
  addEdge(c, a, b, 0, wholeRows, wholeColumns, n, k);
  addEdge(c, a, b, wholeRows, m, 0, n, k);
}

function addTile(c: Strided, a: Strided, b: Strided, i: number, j: number, k: number): void {
  const [x, y, ax, by] = [a.data, b.data, a.column, b.row];
  let a0 = a.offset + i * a.row;
  let a1 = a0 + a.row;
  let a2 = a1 + a.row;
  let a3 = a2 + a.row;
  let b0 = b.offset + j * b.column;
  let b1 = b0 + b.column;
  let c00 = 0;
  let c01 = 0;
  let c10 = 0;
  let c11 = 0;
  let c20 = 0;
  let c21 = 0;
  let c30 = 0;
  let c31 = 0;
  for (let p = 0; p < k; p++) {
    const left = y[b0]!;
    const right = y[b1]!;
    const first = x[a0]!;
    c00 += first * left;
    c01 += first * right;
    const second = x[a1]!;
    c10 += second * left;
    c11 += second * right;
    const third = x[a2]!;
    c20 += third * left;
    c21 += third * right;
    const fourth = x[a3]!;
    c30 += fourth * left;
    c31 += fourth * right;
    a0 += ax;
    a1 += ax;
    a2 += ax;
    a3 += ax;
    b0 += by;
    b1 += by;
  }
  const z = c.data;
  let at = c.offset + i * c.row + j * c.column;
  z[at]! += c00;
  z[at + c.column]! += c01;
  at += c.row;
  z[at]! += c10;
  z[at + c.column]! += c11;
  at += c.row;
  z[at]! += c20;
  z[at + c.column]! += c21;
  at += c.row;
  z[at]! += c30;
  z[at + c.column]! += c31;
}

/** What does not fill a tile: rows [fromRow, toRow) and columns [fromColumn, toColumn), one sum at a time. */
function addEdge(
  c: Strided,
  a: Strided,
  b: Strided,
  fromRow: number,
  toRow: number,
  fromColumn: number,
  toColumn: number,
  k: number
): void {
  for (let i = fromRow; i < toRow; i++) {
    for (let j = fromColumn; j < toColumn; j++) {
      let sum = 0;
      let at = a.offset + i * a.row;
      let from = b.offset + j * b.column;
      for (let p = 0; p < k; p++) {
        sum += a.data[at]! * b.data[from]!;
        at += a.column;
        from += b.row;
      }
      c.data[c.offset + i * c.row + j * c.column]! += sum;
    }
  }
}
