import type { Matrix } from '../matrix';

/** Distances of data far from the origin lose digits: all is computed about the mean. */
export function centred(m: Matrix): { data: Matrix; means: Float64Array } {
  const { rows, columns } = m;
  const means = new Float64Array(columns);
  const data = new Float64Array(m.data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      means[j]! += m.data[i * columns + j]! / rows;
    }
  }
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = m.data[i * columns + j]! - means[j]!;
    }
  }
  return { data: { ...m, data }, means };
}

/** Mean over columns of their population variance. */
export function meanVariance(about: Matrix): number {
  let squares = 0;
  for (const value of about.data) {
    squares += value * value;
  }
  return squares / about.rows / about.columns;
}
