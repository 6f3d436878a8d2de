import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import { type Matrix, checkMatrix } from '../matrix';
import { Random } from '../random';

export interface LinearSvmOptions {
  seed: number;
  /** cost of violations; 1 */
  c?: number;
  /** passes over the rows at most; 1,000 */
  maxPasses?: number;
  /** greatest projected gradient at which to stop; 1e-4 */
  tolerance?: number;
}

/** Decision value = intercept + Σ coefficients · x; not a probability. */
export interface LinearSvm {
  kind: 'linear_svm';
  version: 1;
  coefficients: number[];
  intercept: number;
  passes: number;
  converged: boolean;
}

/**
 * Linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al., "A dual coordinate
 * descent method for large-scale linear SVM", ICML 2008, algorithm 1). The intercept is a column of ones and so is
 * penalised too, as in LIBLINEAR. Columns should be on one scale.
 */
export function fitLinearSvm(m: Matrix, labels: Labels, options: LinearSvmOptions): LinearSvm {
  const { seed, c = 1, maxPasses = 1000, tolerance = 1e-4 } = options;
  checkMatrix(m, 'Linear SVM');
  checkLabels(labels, m.rows, 'Linear SVM');
  if (!(c > 0)) {
    throw new AnalyticsError('bad_option', `c must be above 0, not ${c}.`);
  }
  const { data, rows, columns } = m;
  const weights = new Float64Array(columns + 1);
  const alpha = new Float64Array(rows);
  const diagonal = 1 / (2 * c);
  const norms = Float64Array.from({ length: rows }, (_, i) => {
    let norm = 1 + diagonal;
    for (let j = 0; j < columns; j++) {
      norm += data[i * columns + j]! ** 2;
    }
    return norm;
  });
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const random = new Random(seed);
  let passes = 0;
  let converged = false;
  while (passes < maxPasses && !converged) {
    passes++;
    let greatest = 0;
    for (let left = rows; left > 0; left--) {
      const at = random.int(left);
      const i = order[at]!;
      order[at] = order[left - 1]!;
      order[left - 1] = i;
      const y = labels[i]! > 0 ? 1 : -1;
      let margin = weights[columns]!;
      for (let j = 0; j < columns; j++) {
        margin += weights[j]! * data[i * columns + j]!;
      }
      const gradient = y * margin - 1 + diagonal * alpha[i]!;
      const projected = alpha[i] === 0 ? Math.min(gradient, 0) : gradient;
      greatest = Math.max(greatest, Math.abs(projected));
      if (projected !== 0) {
        const before = alpha[i]!;
        alpha[i] = Math.max(before - gradient / norms[i]!, 0);
        const step = (alpha[i]! - before) * y;
        for (let j = 0; j < columns; j++) {
          weights[j]! += step * data[i * columns + j]!;
        }
        weights[columns]! += step;
      }
    }
    converged = greatest <= tolerance;
  }
  return { kind: 'linear_svm', version: 1, coefficients: Array.from(weights.subarray(0, columns)), intercept: weights[columns]!, passes, converged }; // prettier-ignore
}

export function linearSvmScores({ coefficients, intercept }: LinearSvm, m: Matrix): Float64Array {
  if (coefficients.length !== m.columns) {
    throw new AnalyticsError('shape', `The model has ${coefficients.length} coefficients, the rows ${m.columns} columns.`); // prettier-ignore
  }
  checkMatrix(m, 'Linear SVM');
  return Float64Array.from({ length: m.rows }, (_, i) =>
    coefficients.reduce((sum, weight, j) => sum + weight * m.data[i * m.columns + j]!, intercept)
  );
}
