import type { Matrix } from '../matrix';
import { blockRows, type Points } from './points';
import { squaredDistance } from './squaredDistance';

/** Every distance computed each time, in plain TypeScript. */
export class PlainPoints implements Points {
  readonly rows: number;
  readonly columns: number;
  readonly labels: Int32Array;
  sums = new Float64Array(0);
  counts = new Int32Array(0);
  private readonly least: Float64Array;

  constructor(private readonly m: Matrix) {
    this.rows = m.rows;
    this.columns = m.columns;
    this.labels = new Int32Array(m.rows);
    this.least = new Float64Array(m.rows);
  }

  row(i: number): Float64Array {
    return this.m.data.slice(i * this.columns, (i + 1) * this.columns);
  }

  forget(): void {
    this.least.fill(Infinity);
  }

  potential(centre: Float64Array): number {
    return this.blockSums((i) => Math.min(this.distance(i, centre, 0), this.least[i]!)).reduce((a, b) => a + b, 0);
  }

  approach(centre: Float64Array): Float64Array {
    return this.blockSums((i) => (this.least[i] = Math.min(this.distance(i, centre, 0), this.least[i]!)));
  }

  nearest(i: number): number {
    return this.least[i]!;
  }

  begin(k: number): void {
    this.labels.fill(-1);
    this.sums = new Float64Array(k * this.columns);
    this.counts = new Int32Array(k);
  }

  assign(centres: Float64Array): number {
    let changed = 0;
    for (let i = 0; i < this.rows; i++) {
      const cluster = this.nearestOf(i, centres);
      if (cluster !== this.labels[i]) {
        this.put(i, cluster);
        changed++;
      }
    }
    return changed;
  }

  put(i: number, cluster: number): void {
    const { columns, sums, counts, labels } = this;
    const from = labels[i]!;
    for (let j = 0; j < columns; j++) {
      const value = this.m.data[i * columns + j]!;
      if (from >= 0) {
        sums[from * columns + j]! -= value;
      }
      sums[cluster * columns + j]! += value;
    }
    if (from >= 0) {
      counts[from]!--;
    }
    counts[cluster]!++;
    labels[i] = cluster;
  }

  inertia(centres: Float64Array): number {
    return this.blockSums((i) => this.distance(i, centres, this.labels[i]!)).reduce((a, b) => a + b, 0);
  }

  private nearestOf(i: number, centres: Float64Array): number {
    let least = Infinity;
    let nearest = 0;
    for (let c = 0; c < this.counts.length; c++) {
      const distance = this.distance(i, centres, c);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  private distance(i: number, centres: Float64Array, c: number): number {
    const { m, columns } = this;
    return squaredDistance(m.data, i * columns, centres, c * columns, columns);
  }

  /** Even and odd rows apart, as two are summed at once in the kernel. */
  private blockSums(value: (i: number) => number): Float64Array {
    return Float64Array.from({ length: Math.ceil(this.rows / blockRows) }, (_, block) => {
      const sums = [0, 0];
      for (let i = block * blockRows; i < Math.min(this.rows, (block + 1) * blockRows); i++) {
        sums[i & 1]! += value(i);
      }
      return sums[0]! + sums[1]!;
    });
  }
}
