import { AnalyticsError } from '../analyticsError';
import { checkMatrix, type Matrix } from '../matrix';

/** Means and population standard deviations of columns, after the signed logarithm where asked for. */
export interface Standardizer {
  version: 1;
  log: boolean[];
  means: number[];
  /** 1 where the column is constant, so that its z-scores are 0 */
  deviations: number[];
}

/** sign(x) · log(1 + |x|): the log1p of skewed amounts that also takes net returns below zero. */
export function signedLog1p(x: number): number {
  return x < 0 ? -Math.log1p(-x) : Math.log1p(x);
}

/**
 * Learns the preparation that k-means gets: z-scores, of log1p for the columns marked (all when `true`).
 *
 * @throws AnalyticsError on empty or non-finite input
 */
export function fitStandardizer(m: Matrix, log: boolean | readonly boolean[] = false): Standardizer {
  checkMatrix(m, 'Standardizing');
  const logs = Array.from({ length: m.columns }, (_, j) => (typeof log === 'boolean' ? log : (log[j] ?? false)));
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < m.columns; j++) {
    // Two passes: the textbook one-pass variance loses all digits on amounts of 10⁹ that differ little.
    let sum = 0;
    for (let i = 0; i < m.rows; i++) {
      sum += valueOf(m, i, j, logs[j]!);
    }
    const mean = sum / m.rows;
    let squares = 0;
    for (let i = 0; i < m.rows; i++) {
      squares += (valueOf(m, i, j, logs[j]!) - mean) ** 2;
    }
    const deviation = Math.sqrt(squares / m.rows);
    means.push(mean);
    deviations.push(deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 1);
  }
  return { version: 1, log: logs, means, deviations };
}

/** A new matrix of z-scores. */
export function standardize(m: Matrix, by: Standardizer): Matrix {
  if (m.columns !== by.means.length) {
    throw new AnalyticsError('shape', `The preparation was learnt on ${by.means.length} columns, not ${m.columns}.`);
  }
  const data = new Float64Array(m.data.length);
  for (let i = 0; i < m.rows; i++) {
    for (let j = 0; j < m.columns; j++) {
      data[i * m.columns + j] = (valueOf(m, i, j, by.log[j]!) - by.means[j]!) / by.deviations[j]!;
    }
  }
  return { data, rows: m.rows, columns: m.columns };
}

function valueOf(m: Matrix, i: number, j: number, log: boolean): number {
  const x = m.data[i * m.columns + j]!;
  return log ? signedLog1p(x) : x;
}
