import { Kernel, memoryLimit } from '../../wasm/kernel';
import { columnsPerWord, missingBin } from './binning';
import { type Histogram, histogramSize, wordSize } from './histogram';
import type { Cut, LeafRows } from './leafRows';
import { leafRowsWasm } from './leafRows.wasm';

interface Exports {
  gather(order: number, count: number, gradients: number, ordered: number): void;
  addWord(sums: number, bins: number, order: number, count: number, ordered: number): void;
  subtract(parent: number, child: number, bytes: number): void;
  partition(
    order: number,
    count: number,
    bins: number,
    shift: number,
    last: number,
    missing: number,
    moved: number
  ): number;
  answer(order: number, count: number, margins: number, value: number): void;
}

const kernel = new Kernel<Exports>(leafRowsWasm);

/** Bytes per row beside its bins: margin, gradients twice, order twice. */
const bookBytes = 32;
/** Rows that a call takes at most, so that the engine can put its better code in place between two of them. */
const rowsPerCall = 1 << 16;

function bytesOf(packed: Uint32Array, rows: number, columns: number, leaves: number): number {
  return 4 * packed.length + bookBytes * rows + 8 * histogramSize(columns) * leaves + 16;
}

/** Whether a training part fits the memory of a kernel, 4 GiB. */
export function fitsKernel(packed: Uint32Array, rows: number, columns: number, leaves: number): boolean {
  return bytesOf(packed, rows, columns, leaves) < memoryLimit;
}

/** Rows and their books in the memory of assembly/leafRows.ts. */
export class KernelLeafRows implements LeafRows {
  readonly gradients: Float32Array;
  readonly margins: Float64Array;
  private readonly run: Exports;
  private readonly memory: ArrayBuffer;
  private readonly order: Int32Array;
  private readonly ordered: number;
  private readonly moved: number;
  private readonly packed: number;
  private readonly size: number;
  private nextHistogram: number;

  /**
   * @param packed of `packBins`
   * @param leaves of a tree at most
   */
  constructor(
    packed: Uint32Array,
    readonly rows: number,
    columns: number,
    leaves: number
  ) {
    const { memory, run } = kernel.withMemory(bytesOf(packed, rows, columns, leaves));
    let at = 0;
    const take = (bytes: number): number => (at += bytes) - bytes;
    this.run = run;
    this.memory = memory;
    this.size = histogramSize(columns);
    this.margins = new Float64Array(memory, take(8 * rows), rows);
    this.gradients = new Float32Array(memory, take(8 * rows), 2 * rows);
    this.ordered = take(8 * rows);
    this.order = new Int32Array(memory, take(4 * rows), rows);
    this.moved = take(4 * rows);
    this.packed = take(4 * packed.length);
    new Uint32Array(memory, this.packed, packed.length).set(packed);
    this.nextHistogram = Math.ceil(at / 16) * 16;
  }

  begin(): void {
    const { order, rows } = this;
    for (let i = 0; i < rows; i++) {
      order[i] = i;
    }
  }

  newHistogram(): Histogram {
    const histogram = new Float64Array(this.memory, this.nextHistogram, this.size);
    this.nextHistogram += histogram.byteLength;
    return histogram;
  }

  fill(histogram: Histogram, from: number, to: number): void {
    const { run, rows, order, ordered, gradients, packed } = this;
    histogram.fill(0);
    const at = order.byteOffset + 4 * from;
    run.gather(at, to - from, gradients.byteOffset, ordered);
    for (let word = 0; word * wordSize < histogram.length; word++) {
      const sums = histogram.byteOffset + 8 * word * wordSize;
      const bins = packed + 4 * word * rows;
      for (let done = 0; done < to - from; done += rowsPerCall) {
        run.addWord(sums, bins, at + 4 * done, Math.min(rowsPerCall, to - from - done), ordered + 8 * done);
      }
    }
  }

  subtract(parent: Histogram, child: Histogram): void {
    this.run.subtract(parent.byteOffset, child.byteOffset, parent.byteLength);
  }

  partition(from: number, to: number, { feature, bin, missingLeft }: Cut): number {
    const { run, rows, order, packed, moved } = this;
    const bins = packed + 4 * Math.floor(feature / columnsPerWord) * rows;
    const shift = 8 * (feature % columnsPerWord);
    const missing = missingLeft ? missingBin : -1;
    return from + run.partition(order.byteOffset + 4 * from, to - from, bins, shift, bin, missing, moved);
  }

  answer(from: number, to: number, value: number): void {
    this.run.answer(this.order.byteOffset + 4 * from, to - from, this.margins.byteOffset, value);
  }
}
