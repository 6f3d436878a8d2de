import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import { type Matrix, checkFilled, checkMatrix } from '../matrix';
import { solveCholesky } from './cholesky';
import { type LogisticSums, logisticPass } from './logisticPass';
import { sigmoid } from './sigmoid';

export interface LogisticOptions {
  /** inverse strength of the L2 penalty ½‖w‖² ÷ c on all but the intercept; Infinity for none; 1 */
  c?: number;
  /** Newton steps at most; 100 */
  maxSteps?: number;
}

/** log-odds = intercept + Σ coefficients · x; plain JSON. */
export interface LogisticModel {
  kind: 'logistic_regression';
  version: 1;
  coefficients: number[];
  intercept: number;
  steps: number;
  /** false where the steps ran out, as on separable classes without a penalty */
  converged: boolean;
}

const name = 'Logistic regression';
const { isFinite } = Number;
/** Rows that are enough to know the curvature to a few percent. */
const sampleRows = 16_384;
/**
 * Newton decrement, relative to the loss, from which one more step is the last: the decrement it leaves is smaller by its
 * own square, or, with a borrowed curvature, by the square of that curvature's error of a percent or so.
 */
const tolerance = 1e-8;

/**
 * L2-penalised logistic regression by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani &
 * Friedman, "The Elements of Statistical Learning", 4.4.1) with step halving. The objective is scikit-learn's. On many
 * rows a sample gives the start and the curvature, so that passes over all rows need the gradient only; where that does
 * not converge fast, the whole curvature is computed.
 *
 * @throws AnalyticsError on empty, non-finite or one-class input, or dependent columns without a penalty
 */
export function fitLogistic(m: Matrix, labels: Labels, options: LogisticOptions = {}): LogisticModel {
  const { c = 1, maxSteps = 100 } = options;
  checkFilled(m, name);
  checkLabels(labels, m.rows, name);
  if (!(c > 0)) {
    throw new AnalyticsError('bad_option', `c must be above 0, not ${c}.`);
  }
  const theta = new Float64Array(m.columns + 1);
  let borrowed: Float64Array | undefined;
  const stride = Math.floor(m.rows / sampleRows);
  if (stride >= 4 && bothClasses(labels, stride)) {
    const sampled = descend(m, labels, theta, { penalty: 1 / (c * stride), stride, maxSteps });
    borrowed = sampled.curvature.map((value) => value * stride);
  }
  const { steps, converged } = descend(m, labels, theta, { penalty: 1 / c, stride: 1, maxSteps, borrowed });
  return {
    kind: 'logistic_regression',
    version: 1,
    coefficients: Array.from(theta.subarray(0, m.columns)),
    intercept: theta[m.columns]!,
    steps,
    converged,
  };
}

/** Probabilities of class 1. */
export function predictLogistic({ coefficients, intercept }: LogisticModel, m: Matrix): Float64Array {
  if (coefficients.length !== m.columns) {
    throw new AnalyticsError('shape', `The model has ${coefficients.length} coefficients, the rows ${m.columns} columns.`); // prettier-ignore
  }
  checkMatrix(m, name);
  const probability = new Float64Array(m.rows);
  for (let i = 0; i < m.rows; i++) {
    let margin = intercept;
    for (let j = 0; j < m.columns; j++) {
      margin += coefficients[j]! * m.data[i * m.columns + j]!;
    }
    probability[i] = sigmoid(margin);
  }
  return probability;
}

interface Descent {
  penalty: number;
  stride: number;
  maxSteps: number;
  /** second derivatives to go on with, in place of computing them */
  borrowed?: Float64Array;
}

/** Newton's method in place on `theta`. */
function descend(
  m: Matrix,
  labels: Labels,
  theta: Float64Array,
  { penalty, stride, maxSteps, borrowed }: Descent
): { steps: number; converged: boolean; curvature: Float64Array } {
  const sums = (at: Float64Array): LogisticSums => {
    const pass = logisticPass(m, labels, at, { stride, curvature: !borrowed });
    // A value that is no number spoils the sums: looking for one beforehand would cost a pass more.
    if (!pass.gradient.every(isFinite)) {
      checkMatrix(m, name);
    }
    for (let j = 0; j < m.columns; j++) {
      pass.loss += 0.5 * penalty * at[j]! * at[j]!;
      pass.gradient[j]! += penalty * at[j]!;
      if (pass.hessian) {
        pass.hessian[j * theta.length + j]! += penalty;
      }
    }
    return pass;
  };
  let here = sums(theta);
  let last = Infinity;
  for (let steps = 0; ; steps++) {
    const curvature = borrowed ?? here.hessian!;
    const step = solveCholesky(Float64Array.from(curvature), here.gradient);
    const decrement = here.gradient.reduce((sum, slope, j) => sum + slope * step[j]!, 0);
    const converged = decrement <= tolerance * Math.abs(here.loss);
    if (converged || steps >= maxSteps) {
      theta.forEach((_, j) => (theta[j]! -= converged ? step[j]! : 0));
      return { steps, converged, curvature };
    }
    if (borrowed && decrement > 0.05 * last) {
      borrowed = undefined;
      here = sums(theta);
      last = Infinity;
      continue;
    }
    last = decrement;
    const from = Float64Array.from(theta);
    const before = here.loss;
    for (let size = 1; size > 1e-8; size /= 2) {
      theta.forEach((_, j) => (theta[j] = from[j]! - size * step[j]!));
      here = sums(theta);
      if (here.loss <= before - 1e-4 * size * decrement + 1e-12 * Math.abs(before)) {
        break;
      }
    }
  }
}

function bothClasses(labels: Labels, stride: number): boolean {
  const met = new Set<number>();
  for (let i = 0; i < labels.length && met.size < 2; i += stride) {
    met.add(labels[i]!);
  }
  return met.size === 2;
}
