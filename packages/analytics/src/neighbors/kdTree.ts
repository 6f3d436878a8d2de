import { AnalyticsError } from '../analyticsError';
import type { Matrix } from '../matrix';

const leafRows = 24;

/** The k nearest rows of each query, nearest first: row q × k + r is the r-th. */
export interface Neighbours {
  k: number;
  rows: Int32Array;
  /** Euclidean, squared */
  squares: Float64Array;
}

/**
 * Exact nearest neighbours by a k-d tree (Friedman, Bentley & Finkel 1977): cut at the median of the widest column,
 * subtrees are skipped by their distance from the query (Arya & Mount 1993). Ties go to the lower row.
 */
export class KdTree {
  private readonly order: Int32Array;
  private readonly axis: number[] = [];
  private readonly cut: number[] = [];
  private readonly left: number[] = [];
  private readonly right: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  constructor(private readonly m: Matrix) {
    this.order = Int32Array.from({ length: m.rows }, (_, row) => row);
    this.build(0, m.rows);
  }

  /** @throws AnalyticsError `too_few_rows` where there are fewer rows than neighbours asked for */
  nearest(queries: Matrix, k: number): Neighbours {
    if (!Number.isInteger(k) || k < 1) {
      throw new AnalyticsError('bad_option', `k must be a whole number from 1 on, not ${k}.`);
    }
    if (k > this.m.rows) {
      throw new AnalyticsError('too_few_rows', `${k} neighbours need ${k} rows; there are ${this.m.rows}.`);
    }
    if (queries.columns !== this.m.columns) {
      throw new AnalyticsError('shape', `The rows have ${queries.columns} columns, the tree ${this.m.columns}.`);
    }
    const rows = new Int32Array(queries.rows * k);
    const squares = new Float64Array(queries.rows * k);
    const offsets = new Float64Array(queries.columns);
    for (let q = 0; q < queries.rows; q++) {
      const best = { rows: rows.subarray(q * k, (q + 1) * k), squares: squares.subarray(q * k, (q + 1) * k) };
      best.squares.fill(Infinity);
      best.rows.fill(this.m.rows);
      const query = queries.data.subarray(q * queries.columns, (q + 1) * queries.columns);
      this.search(0, query, 0, offsets, best);
    }
    return { k, rows, squares };
  }

  private build(from: number, to: number): number {
    const node = this.axis.push(-1) - 1;
    this.cut.push(0);
    this.left.push(-1);
    this.right.push(-1);
    this.from.push(from);
    this.to.push(to);
    const axis = to - from > leafRows ? this.widest(from, to) : -1;
    if (axis < 0) {
      return node;
    }
    const { data, columns } = this.m;
    const sorted = Float64Array.from(this.order.subarray(from, to), (row) => data[row * columns + axis]!).sort();
    let cut = sorted[(sorted.length - 1) >> 1]!;
    if (cut === sorted[sorted.length - 1]) {
      // More than half are equal to the greatest: cut below it, so that both sides have rows.
      cut = sorted[lowerBound(sorted, cut) - 1]!;
    }
    const part = this.order.slice(from, to);
    const goesLeft = (row: number): boolean => data[row * columns + axis]! <= cut;
    const lefts = part.filter(goesLeft);
    this.order.set(lefts, from);
    this.order.set(
      part.filter((row) => !goesLeft(row)),
      from + lefts.length
    );
    this.axis[node] = axis;
    this.cut[node] = cut;
    this.left[node] = this.build(from, from + lefts.length);
    this.right[node] = this.build(from + lefts.length, to);
    return node;
  }

  /** The column that spreads most; −1 where all rows are equal. */
  private widest(from: number, to: number): number {
    const { data, columns } = this.m;
    let axis = -1;
    let width = 0;
    for (let j = 0; j < columns; j++) {
      let least = Infinity;
      let greatest = -Infinity;
      for (let i = from; i < to; i++) {
        const x = data[this.order[i]! * columns + j]!;
        least = x < least ? x : least;
        greatest = x > greatest ? x : greatest;
      }
      if (greatest - least > width) {
        width = greatest - least;
        axis = j;
      }
    }
    return axis;
  }

  private search(
    node: number,
    query: Float64Array,
    square: number,
    offsets: Float64Array,
    best: { rows: Int32Array; squares: Float64Array }
  ): void {
    const axis = this.axis[node]!;
    if (axis < 0) {
      this.visit(node, query, best);
      return;
    }
    const distance = query[axis]! - this.cut[node]!;
    const [near, far] = distance <= 0 ? [this.left[node]!, this.right[node]!] : [this.right[node]!, this.left[node]!];
    this.search(near, query, square, offsets, best);
    const before = offsets[axis]!;
    const farSquare = square - before * before + distance * distance;
    if (farSquare <= best.squares[best.squares.length - 1]!) {
      offsets[axis] = distance;
      this.search(far, query, farSquare, offsets, best);
      offsets[axis] = before;
    }
  }

  private visit(node: number, query: Float64Array, best: { rows: Int32Array; squares: Float64Array }): void {
    const { data, columns } = this.m;
    const { rows, squares } = best;
    const last = rows.length - 1;
    for (let i = this.from[node]!; i < this.to[node]!; i++) {
      const row = this.order[i]!;
      const limit = squares[last]!;
      let square = 0;
      for (let j = 0, at = row * columns; j < columns && square <= limit; j++, at++) {
        const d = query[j]! - data[at]!;
        square += d * d;
      }
      if (square > limit || (square === limit && row > rows[last]!)) {
        continue;
      }
      let place = last;
      while (place > 0 && (squares[place - 1]! > square || (squares[place - 1] === square && rows[place - 1]! > row))) {
        squares[place] = squares[place - 1]!;
        rows[place] = rows[place - 1]!;
        place--;
      }
      squares[place] = square;
      rows[place] = row;
    }
  }
}

function lowerBound(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (sorted[half]! < x) {
      low = half + 1;
    } else {
      high = half;
    }
  }
  return low;
}
