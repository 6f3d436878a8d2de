import { AnalyticsError } from '../analyticsError';
import { type Matrix, checkMatrix } from '../matrix';
import { symmetricEigen } from './symmetricEigen';

/** Directions in which rows differ most, each at right angles to those before. */
export interface PrincipalComponents {
  version: 1;
  means: number[];
  /** of each component, a weight per column; together of length 1, the largest in size above zero */
  weights: number[][];
  /** of each component's coordinates, with n − 1 */
  variances: number[];
  /** of all variance, 0 to 1; 0 where rows do not differ */
  shares: number[];
}

/**
 * Principal components by the eigenvectors of the covariance matrix. Columns are taken as they are: standardise them
 * first where their units differ. A component's sign says nothing, so it is chosen as scikit-learn does: the weight
 * largest in size is positive, the first of several.
 *
 * @param m at least two rows
 * @param count components that are kept, at most one per column
 * @throws AnalyticsError on empty or non-finite input, `bad_option` on a count that is none
 */
export function fitPrincipalComponents(m: Matrix, count: number): PrincipalComponents {
  checkMatrix(m, 'Principal components');
  if (m.rows < 2) {
    throw new AnalyticsError('empty', 'Principal components need at least two rows.');
  }
  if (!Number.isInteger(count) || count < 1 || count > m.columns) {
    throw new AnalyticsError('bad_option', `${m.columns} columns have 1 to ${m.columns} components, not ${count}.`);
  }
  const means = columnMeans(m);
  const { values, vectors } = symmetricEigen(covariance(m, means));
  const positive = values.map((value) => Math.max(value, 0));
  const total = positive.reduce((sum, value) => sum + value, 0);
  return {
    version: 1,
    means,
    weights: vectors.slice(0, count).map(withSign),
    variances: positive.slice(0, count),
    shares: positive.slice(0, count).map((value) => (total > 0 ? value / total : 0)),
  };
}

/** Coordinates of rows along the components: a matrix of one column per component. */
export function principalCoordinates({ means, weights }: PrincipalComponents, m: Matrix): Matrix {
  if (m.columns !== means.length) {
    throw new AnalyticsError('shape', `The components were learnt on ${means.length} columns, not ${m.columns}.`);
  }
  const data = new Float64Array(m.rows * weights.length);
  for (let i = 0; i < m.rows; i++) {
    weights.forEach((weight, k) => {
      let sum = 0;
      for (let j = 0; j < m.columns; j++) {
        sum += (m.data[i * m.columns + j]! - means[j]!) * weight[j]!;
      }
      data[i * weights.length + k] = sum;
    });
  }
  return { data, rows: m.rows, columns: weights.length };
}

function columnMeans(m: Matrix): number[] {
  return Array.from({ length: m.columns }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < m.rows; i++) {
      sum += m.data[i * m.columns + j]!;
    }
    return sum / m.rows;
  });
}

function covariance(m: Matrix, means: readonly number[]): number[][] {
  const matrix = means.map(() => means.map(() => 0));
  for (let a = 0; a < m.columns; a++) {
    for (let b = a; b < m.columns; b++) {
      let sum = 0;
      for (let i = 0; i < m.rows; i++) {
        sum += (m.data[i * m.columns + a]! - means[a]!) * (m.data[i * m.columns + b]! - means[b]!);
      }
      matrix[a]![b] = sum / (m.rows - 1);
      matrix[b]![a] = matrix[a]![b]!;
    }
  }
  return matrix;
}

function withSign(vector: readonly number[]): number[] {
  const largest = vector.reduce((best, weight) => (Math.abs(weight) > Math.abs(best) ? weight : best), 0);
  return vector.map((weight) => (largest < 0 ? -weight : weight));
}
