import { AnalyticsError } from '../analyticsError';
import { checkMatrix, type Matrix } from '../matrix';
import { packing, type Packing } from './packing';

/** Rows of several sequences one after the other, each in order of time; sequence i begins at row `starts[i]`. */
export interface Sequences {
  m: Matrix;
  starts: ArrayLike<number>;
}

/** @throws AnalyticsError on empty or non-finite rows, or starts that do not ascend from 0 within the rows */
export function checkSequences({ m, starts }: Sequences, what: string): void {
  checkMatrix(m, what);
  for (let i = 0; i < starts.length; i++) {
    const fits = i === 0 ? starts[0] === 0 : starts[i]! > starts[i - 1]!;
    if (!fits || !(starts[i]! < m.rows)) {
      throw new AnalyticsError('shape', `Sequence ${i} begins at row ${starts[i]}: starts must ascend from 0 and stay below ${m.rows}.`); // prettier-ignore
    }
  }
  if (starts.length === 0) {
    throw new AnalyticsError('empty', `${what} needs at least one sequence.`);
  }
}

/** A part of a sequence: rows [from, to). */
export interface Stretch {
  from: number;
  to: number;
}

/** The sequences, each cut into stretches of at most so many rows. */
export function stretchesOf({ m, starts }: Sequences, longest = Infinity): Stretch[] {
  const stretches: Stretch[] = [];
  for (let i = 0; i < starts.length; i++) {
    const end = i + 1 < starts.length ? starts[i + 1]! : m.rows;
    for (let from = starts[i]!; from < end; from += longest) {
      stretches.push({ from, to: Math.min(end, from + longest) });
    }
  }
  return stretches;
}

/** Stretches in the order of a network: longest first, and for each packed row the row that it came from. */
export function packStretches(stretches: readonly Stretch[]): { packed: Packing; source: Uint32Array } {
  const sorted = [...stretches].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const packed = packing(sorted.map(({ from, to }) => to - from));
  const source = new Uint32Array(packed.rows);
  packed.sizes.forEach((size, step) => {
    for (let i = 0; i < size; i++) {
      source[packed.offsets[step]! + i] = sorted[i]!.from + step;
    }
  });
  return { packed, source };
}

/** For each packed row the row before it in its sequence: what the next one is told from. Zeros where it is the first. */
export function previousRows(
  { data, columns }: Matrix,
  { sizes }: Packing,
  source: Uint32Array,
  to: Float64Array
): void {
  const first = sizes[0] ?? 0;
  to.fill(0, 0, first * columns);
  for (let row = first; row < source.length; row++) {
    const before = source[row]! - 1;
    for (let j = 0; j < columns; j++) {
      to[row * columns + j] = data[before * columns + j]!;
    }
  }
}
