import type { Matrix } from '../matrix';
import { Kernel, memoryLimit } from '../wasm/kernel';
import { kMeansWasm } from './kMeans.wasm';
import { blockRows, type Points } from './points';

type Seeding = (rows: number, count: number, columns: number, centre: number, nearest: number) => number;

interface Exports {
  potential: Seeding;
  approach: Seeding;
  assign(
    rows: number,
    count: number,
    columns: number,
    labels: number,
    slack: number,
    spent: number,
    centres: number,
    k: number,
    sums: number,
    counts: number,
    list: number,
    pairs: number
  ): number;
  inertia(rows: number, count: number, columns: number, labels: number, centres: number): number;
}

const kernel = new Kernel<Exports>(kMeansWasm);

/** Bytes per row beside its values: a bound and a label. */
const bookBytes = 12;

/** Whether a table fits the memory of a kernel, 4 GiB. */
export function fitsKernel({ rows, columns }: Matrix, k: number): boolean {
  return (
    (rows + 1) * (8 * columns + bookBytes) + (k + 2) * (16 * columns + 12) + 8 * (columns + 1) * blockRows < memoryLimit
  );
}

/** Rows and their books in the memory of assembly/kMeans.ts, which says what lies there. */
export class KernelPoints implements Points {
  readonly rows: number;
  readonly columns: number;
  readonly labels: Int32Array;
  sums: Float64Array;
  counts: Int32Array;
  private readonly run: Exports;
  private readonly values: Float64Array;
  /** while seeding, the squared distance to the nearest centre; afterwards the slack */
  private readonly bounds: Float64Array;
  private readonly centres: Float64Array;
  private readonly spent: Float64Array;
  /** where a block's rows are listed and copied to */
  private readonly list: number;
  private readonly pairs: number;
  private readonly blocks: Float64Array;

  /** @param k at most so many clusters */
  constructor({ data, rows, columns }: Matrix, k: number) {
    // An even number of rows, of centres a multiple of three: the kernel takes so many at once.
    const padded = Math.ceil(rows / 2) * 2;
    const places = Math.ceil(k / 3) * 3;
    const books = padded * bookBytes + 8 * (k + 1) + 4 * k + 4 * (blockRows + 1);
    const { memory, run } = kernel.withMemory(8 * columns * (padded + places + k + blockRows) + books);
    this.rows = rows;
    this.columns = columns;
    this.run = run;
    let at = 0;
    const doubles = (length: number): Float64Array => {
      at += 8 * length;
      return new Float64Array(memory, at - 8 * length, length);
    };
    this.values = doubles(padded * columns);
    this.bounds = doubles(padded);
    this.centres = doubles(places * columns);
    this.sums = doubles(k * columns);
    this.pairs = doubles(blockRows * columns).byteOffset;
    doubles(1)[0] = Infinity;
    this.spent = doubles(k);
    this.labels = new Int32Array(memory, at, rows);
    this.counts = new Int32Array(memory, at + 4 * padded, k);
    this.list = at + 4 * padded + 4 * k;
    this.blocks = new Float64Array(Math.ceil(rows / blockRows));
    this.values.set(data);
  }

  row(i: number): Float64Array {
    return this.values.slice(i * this.columns, (i + 1) * this.columns);
  }

  forget(): void {
    this.bounds.fill(Infinity, 0, this.rows);
    // The row that only makes the number even weighs nothing.
    this.bounds.fill(0, this.rows);
  }

  potential(centre: Float64Array): number {
    return this.seed(this.run.potential, centre).reduce((a, b) => a + b, 0);
  }

  approach(centre: Float64Array): Float64Array {
    return this.seed(this.run.approach, centre);
  }

  nearest(i: number): number {
    return this.bounds[i]!;
  }

  begin(k: number): void {
    const { sums, counts, columns } = this;
    this.sums = new Float64Array(sums.buffer, sums.byteOffset, k * columns).fill(0);
    this.counts = new Int32Array(counts.buffer, counts.byteOffset, k).fill(0);
    this.labels.fill(-1);
    this.bounds.fill(0);
    this.centres.fill(Infinity);
  }

  assign(centres: Float64Array, spent: Float64Array): number {
    const { columns, counts, sums, labels, bounds } = this;
    this.centres.set(centres);
    this.spent.set(spent);
    let changed = 0;
    for (let from = 0; from < this.rows; from += blockRows) {
      changed += this.run.assign(
        this.values.byteOffset + from * columns * 8,
        Math.min(blockRows, this.rows - from),
        columns,
        labels.byteOffset + from * 4,
        bounds.byteOffset + from * 8,
        this.spent.byteOffset,
        this.centres.byteOffset,
        counts.length,
        sums.byteOffset,
        counts.byteOffset,
        this.list,
        this.pairs
      );
    }
    return changed;
  }

  put(i: number, cluster: number): void {
    const { columns, sums, counts, labels } = this;
    const from = labels[i]!;
    for (let j = 0; j < columns; j++) {
      const value = this.values[i * columns + j]!;
      sums[from * columns + j]! -= value;
      sums[cluster * columns + j]! += value;
    }
    counts[from]!--;
    counts[cluster]!++;
    labels[i] = cluster;
    this.bounds[i] = 0;
  }

  inertia(centres: Float64Array): number {
    const { columns, labels, values } = this;
    this.centres.set(centres);
    let sum = 0;
    for (let from = 0; from < this.rows; from += blockRows) {
      const count = Math.min(blockRows, this.rows - from);
      const [at, own] = [values.byteOffset + from * columns * 8, labels.byteOffset + from * 4];
      sum += this.run.inertia(at, count, columns, own, this.centres.byteOffset);
    }
    return sum;
  }

  /** Calls are short, so that the engine can put its better code in place between two of them. */
  private seed(pass: Seeding, centre: Float64Array): Float64Array {
    const { columns, values, bounds, centres } = this;
    centres.set(centre);
    for (let block = 0; block < this.blocks.length; block++) {
      const from = block * blockRows;
      const count = Math.min(blockRows, this.rows - from);
      const [at, nearest] = [values.byteOffset + from * columns * 8, bounds.byteOffset + from * 8];
      this.blocks[block] = pass(at, count, columns, centres.byteOffset, nearest);
    }
    return this.blocks;
  }
}
