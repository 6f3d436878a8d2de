import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import { type Matrix, checkMatrix } from '../matrix';

export interface RbfSvmOptions {
  /** cost of violations; 1 */
  c?: number;
  /** e^(−gamma · squared distance); 1 ÷ (columns × variance of all values) */
  gamma?: number;
  /** greatest violation of optimality at which to stop; 1e-3 */
  tolerance?: number;
}

/** Decision value = intercept + Σ weight · kernel(support row, x); not a probability. */
export interface RbfSvm {
  kind: 'rbf_svm';
  version: 1;
  gamma: number;
  columns: number;
  support: Float64Array;
  weights: Float64Array;
  intercept: number;
  converged: boolean;
}

/** The kernel matrix is kept whole: 8,000 rows take 256 MB. */
export const mostSvmRows = 8_000;

/**
 * Support vector machine with a radial kernel by sequential minimal optimisation, pairs chosen by second-order
 * information (Fan, Chen & Lin, "Working set selection using second order information", JMLR 2005).
 *
 * @throws AnalyticsError `bad_option` above {@link mostSvmRows} rows: draw a sample first
 */
export function fitRbfSvm(m: Matrix, labels: Labels, options: RbfSvmOptions = {}): RbfSvm {
  checkMatrix(m, 'RBF SVM');
  checkLabels(labels, m.rows, 'RBF SVM');
  const { c = 1, gamma = defaultGamma(m), tolerance = 1e-3 } = options;
  if (m.rows > mostSvmRows) {
    throw new AnalyticsError('bad_option', `The RBF SVM takes ${mostSvmRows} rows at most, not ${m.rows}: draw a sample.`); // prettier-ignore
  }
  if (!(c > 0 && gamma > 0)) {
    throw new AnalyticsError('bad_option', `c and gamma must be above 0, not ${c} and ${gamma}.`);
  }
  const n = m.rows;
  const y = Int8Array.from(labels, (label) => (label > 0 ? 1 : -1));
  const kernel = kernelMatrix(m, gamma);
  const alpha = new Float64Array(n);
  const gradient = new Float64Array(n).fill(-1);
  const mostSteps = Math.max(100_000, 100 * n);
  let steps = 0;
  let pair = nextPair(kernel, y, alpha, gradient, c, tolerance);
  while (pair && steps < mostSteps) {
    const [i, j] = pair;
    const bend = Math.max(2 - 2 * kernel[i * n + j]!, 1e-12);
    // Along y the constraint Σ y α = 0 keeps one freedom: both move by the same step.
    const wanted = (-y[i]! * gradient[i]! + y[j]! * gradient[j]!) / bend;
    const roomI = y[i]! > 0 ? c - alpha[i]! : alpha[i]!;
    const roomJ = y[j]! > 0 ? alpha[j]! : c - alpha[j]!;
    const step = Math.min(wanted, roomI, roomJ);
    alpha[i] = step === roomI ? (y[i]! > 0 ? c : 0) : alpha[i]! + y[i]! * step;
    alpha[j] = step === roomJ ? (y[j]! > 0 ? 0 : c) : alpha[j]! - y[j]! * step;
    for (let t = 0; t < n; t++) {
      gradient[t]! += y[t]! * step * (kernel[i * n + t]! - kernel[j * n + t]!);
    }
    steps++;
    pair = nextPair(kernel, y, alpha, gradient, c, tolerance);
  }
  const rows = Array.from(alpha.keys()).filter((i) => alpha[i]! > 0);
  const support = new Float64Array(rows.length * m.columns);
  rows.forEach((row, at) => support.set(m.data.subarray(row * m.columns, (row + 1) * m.columns), at * m.columns));
  return {
    kind: 'rbf_svm',
    version: 1,
    gamma,
    columns: m.columns,
    support,
    weights: Float64Array.from(rows, (row) => y[row]! * alpha[row]!),
    intercept: interceptOf(y, alpha, gradient, c),
    converged: !pair,
  };
}

export function rbfSvmScores({ support, weights, intercept, gamma, columns }: RbfSvm, m: Matrix): Float64Array {
  if (columns !== m.columns) {
    throw new AnalyticsError('shape', `The model has learnt from ${columns} columns; these rows have ${m.columns}.`);
  }
  checkMatrix(m, 'RBF SVM');
  return Float64Array.from({ length: m.rows }, (_, i) => {
    let sum = intercept;
    for (let s = 0; s < weights.length; s++) {
      sum += weights[s]! * Math.exp(-gamma * squareDistance(support, s, m.data, i, columns));
    }
    return sum;
  });
}

function defaultGamma({ data, columns }: Matrix): number {
  const mean = data.reduce((sum, x) => sum + x, 0) / data.length;
  const variance = data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length;
  return 1 / (columns * (variance || 1));
}

function kernelMatrix({ data, rows, columns }: Matrix, gamma: number): Float32Array {
  const kernel = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    kernel[i * rows + i] = 1;
    for (let j = 0; j < i; j++) {
      const value = Math.exp(-gamma * squareDistance(data, i, data, j, columns));
      kernel[i * rows + j] = value;
      kernel[j * rows + i] = value;
    }
  }
  return kernel;
}

function squareDistance(a: Float64Array, i: number, b: Float64Array, j: number, columns: number): number {
  let sum = 0;
  for (let k = 0, x = i * columns, y = j * columns; k < columns; k++, x++, y++) {
    const d = a[x]! - b[y]!;
    sum += d * d;
  }
  return sum;
}

/** The row that violates most, and its partner with the greatest second-order gain; none at the optimum. */
function nextPair(
  kernel: Float32Array,
  y: Int8Array,
  alpha: Float64Array,
  gradient: Float64Array,
  c: number,
  tolerance: number
): [number, number] | undefined {
  const n = y.length;
  let i = -1;
  let up = -Infinity;
  for (let t = 0; t < n; t++) {
    const value = -y[t]! * gradient[t]!;
    if (value > up && (y[t]! > 0 ? alpha[t]! < c : alpha[t]! > 0)) {
      up = value;
      i = t;
    }
  }
  let j = -1;
  let down = Infinity;
  let best = 0;
  for (let t = 0; t < n && i >= 0; t++) {
    if (y[t]! > 0 ? alpha[t]! > 0 : alpha[t]! < c) {
      const value = -y[t]! * gradient[t]!;
      down = value < down ? value : down;
      const apart = up - value;
      const gain = (apart * apart) / Math.max(2 - 2 * kernel[i * n + t]!, 1e-12);
      if (apart > 0 && gain > best) {
        best = gain;
        j = t;
      }
    }
  }
  return j < 0 || up - down < tolerance ? undefined : [i, j];
}

/** Mean over free support rows; the middle of the bounds where there are none. */
function interceptOf(y: Int8Array, alpha: Float64Array, gradient: Float64Array, c: number): number {
  let [sum, free, upper, lower] = [0, 0, Infinity, -Infinity];
  y.forEach((sign, t) => {
    const value = -sign * gradient[t]!;
    if (alpha[t]! > 0 && alpha[t]! < c) {
      sum += value;
      free++;
    } else if (sign > 0 === alpha[t]! > 0) {
      upper = Math.min(upper, value);
    } else {
      lower = Math.max(lower, value);
    }
  });
  return free > 0 ? sum / free : (upper + lower) / 2;
}
