import type { Matrix } from '../matrix';
import { squaredDistance } from './seeding';

interface Lloyd {
  centres: Float64Array;
  labels: Int32Array;
  counts: Int32Array;
  inertia: number;
  iterations: number;
  converged: boolean;
}

/**
 * Lloyd's iterations from given centres with one upper and one lower bound per row: G. Hamerly, "Making k-means even
 * faster", SDM 2010. Gives the same labels as computing every distance; most rows need none.
 */
export function hamerly(m: Matrix, start: Float64Array, stop: { maxIterations: number; limit: number }): Lloyd {
  const state = new HamerlyState(m, start);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < stop.maxIterations) {
    iterations++;
    const changed = state.assign();
    converged = state.move() <= stop.limit || (iterations > 1 && !changed);
  }
  // The centres have moved since: one more assignment makes labels and centres agree.
  state.assign();
  return { ...state.result(), iterations, converged };
}

class HamerlyState {
  private readonly k: number;
  private readonly labels: Int32Array;
  private readonly counts: Int32Array;
  private readonly upper: Float64Array;
  private readonly lower: Float64Array;
  /** half the distance of each centre to its nearest other one */
  private readonly half: Float64Array;
  private readonly moved: Float64Array;
  private sums: Float64Array;

  constructor(
    private readonly m: Matrix,
    private centres: Float64Array
  ) {
    this.k = centres.length / m.columns;
    this.labels = new Int32Array(m.rows);
    this.counts = new Int32Array(this.k);
    this.upper = new Float64Array(m.rows).fill(Infinity);
    this.lower = new Float64Array(m.rows);
    this.half = new Float64Array(this.k);
    this.moved = new Float64Array(this.k);
    this.sums = new Float64Array(centres.length);
  }

  /** Gives each row its nearest centre; says whether any changed. */
  assign(): boolean {
    const { m, labels, upper, lower, half, centres } = this;
    this.measureCentres();
    let changed = false;
    for (let i = 0; i < m.rows; i++) {
      const label = labels[i]!;
      const bound = half[label]! > lower[i]! ? half[label]! : lower[i]!;
      if (upper[i]! <= bound) {
        continue;
      }
      upper[i] = Math.sqrt(squaredDistance(m.data, i * m.columns, centres, label * m.columns, m.columns));
      if (upper[i]! > bound) {
        this.searchAll(i);
        changed ||= labels[i] !== label;
      }
    }
    return changed;
  }

  /** Moves each centre to the mean of its rows; returns the sum of squared moves. */
  move(): number {
    const { m, labels, k } = this;
    const { columns } = m;
    this.count();
    const relocated = this.fillEmpty();
    let shift = 0;
    for (let c = 0; c < k; c++) {
      const count = this.counts[c]!;
      let squared = 0;
      for (let j = 0; j < columns; j++) {
        const at = c * columns + j;
        const next = count > 0 ? this.sums[at]! / count : this.centres[at]!;
        squared += (next - this.centres[at]!) ** 2;
        this.sums[at] = next;
      }
      shift += squared;
      this.moved[c] = Math.sqrt(squared);
    }
    [this.centres, this.sums] = [this.sums, this.centres];
    this.loosen(labels);
    return relocated ? Infinity : shift;
  }

  result(): Pick<Lloyd, 'centres' | 'labels' | 'counts' | 'inertia'> {
    const { m, centres, labels, counts } = this;
    counts.fill(0);
    let inertia = 0;
    for (let i = 0; i < m.rows; i++) {
      counts[labels[i]!]!++;
      inertia += squaredDistance(m.data, i * m.columns, centres, labels[i]! * m.columns, m.columns);
    }
    return { centres, labels, counts, inertia };
  }

  private searchAll(i: number): void {
    const { m, centres } = this;
    let first = Infinity;
    let second = Infinity;
    let label = 0;
    for (let c = 0; c < this.k; c++) {
      const distance = squaredDistance(m.data, i * m.columns, centres, c * m.columns, m.columns);
      if (distance < first) {
        second = first;
        first = distance;
        label = c;
      } else if (distance < second) {
        second = distance;
      }
    }
    this.labels[i] = label;
    this.upper[i] = Math.sqrt(first);
    this.lower[i] = Math.sqrt(second);
  }

  private measureCentres(): void {
    const { k, half, centres, m } = this;
    half.fill(Infinity);
    for (let a = 0; a < k; a++) {
      for (let b = a + 1; b < k; b++) {
        const distance = Math.sqrt(squaredDistance(centres, a * m.columns, centres, b * m.columns, m.columns)) / 2;
        half[a] = Math.min(half[a]!, distance);
        half[b] = Math.min(half[b]!, distance);
      }
    }
  }

  /** Sums are made anew each time: running differences would drift and depend on history. */
  private count(): void {
    const { m, labels, counts, sums } = this;
    counts.fill(0);
    sums.fill(0);
    for (let i = 0; i < m.rows; i++) {
      const label = labels[i]!;
      counts[label]!++;
      for (let j = 0; j < m.columns; j++) {
        sums[label * m.columns + j]! += m.data[i * m.columns + j]!;
      }
    }
  }

  /** An empty cluster takes the row that is farthest from its centre, out of a cluster that keeps others. */
  private fillEmpty(): boolean {
    let relocated = false;
    for (let c = 0; c < this.k; c++) {
      if (this.counts[c]! > 0) {
        continue;
      }
      const row = this.farthestRow();
      if (row < 0) {
        continue;
      }
      const from = this.labels[row]!;
      for (let j = 0; j < this.m.columns; j++) {
        const value = this.m.data[row * this.m.columns + j]!;
        this.sums[from * this.m.columns + j]! -= value;
        this.sums[c * this.m.columns + j]! += value;
      }
      this.counts[from]!--;
      this.counts[c] = 1;
      this.labels[row] = c;
      this.upper[row] = Infinity;
      this.lower[row] = 0;
      relocated = true;
    }
    return relocated;
  }

  private farthestRow(): number {
    const { m, centres, labels } = this;
    let farthest = 0;
    let row = -1;
    for (let i = 0; i < m.rows; i++) {
      const distance = squaredDistance(m.data, i * m.columns, centres, labels[i]! * m.columns, m.columns);
      if (distance > farthest && this.counts[labels[i]!]! > 1) {
        farthest = distance;
        row = i;
      }
    }
    return row;
  }

  private loosen(labels: Int32Array): void {
    let most = 0;
    for (const move of this.moved) {
      most = Math.max(most, move);
    }
    for (let i = 0; i < labels.length; i++) {
      this.upper[i]! += this.moved[labels[i]!]!;
      this.lower[i]! -= most;
    }
  }
}
