import type { Labels } from '../labels';
import type { Matrix } from '../matrix';

/** The sums that one pass over rows gives, at given coefficients. The last of `columns + 1` places is the intercept. */
export interface LogisticSums {
  loss: number;
  gradient: Float64Array;
  /** lower half of the (columns + 1)² second derivatives, row-major; absent where not asked for */
  hessian?: Float64Array;
}

/** Negative log-likelihood and its derivatives over every `stride`-th row. */
export function logisticPass(
  { data, rows, columns }: Matrix,
  labels: Labels,
  theta: Float64Array,
  { stride, curvature }: { stride: number; curvature: boolean }
): LogisticSums {
  const n = columns + 1;
  const gradient = new Float64Array(n);
  const hessian = curvature ? new Float64Array(n * n) : undefined;
  let loss = 0;
  let intercept = 0;
  // Σ log(1 + e) as the logarithm of products: factors are at most 2, so 512 of them stay far from overflow.
  let product = 1;
  let factors = 0;
  for (let i = 0; i < rows; i += stride) {
    const at = i * columns;
    let margin = theta[columns]!;
    for (let j = 0; j < columns; j++) {
      margin += theta[j]! * data[at + j]!;
    }
    // One exponential serves the probability and the loss, and cannot overflow.
    const e = Math.exp(margin > 0 ? -margin : margin);
    const p = (margin > 0 ? 1 : e) / (1 + e);
    const y = labels[i]!;
    product *= 1 + e;
    if (++factors === 512) {
      loss += Math.log(product);
      product = 1;
      factors = 0;
    }
    loss += margin > 0 ? (1 - y) * margin : -y * margin;
    const slope = p - y;
    intercept += slope;
    for (let j = 0; j < columns; j++) {
      gradient[j]! += slope * data[at + j]!;
    }
    if (hessian) {
      const weight = p * (1 - p);
      hessian[n * n - 1]! += weight;
      for (let j = 0; j < columns; j++) {
        const weighted = weight * data[at + j]!;
        const row = j * n;
        for (let k = 0; k <= j; k++) {
          hessian[row + k]! += weighted * data[at + k]!;
        }
        hessian[columns * n + j]! += weighted;
      }
    }
  }
  gradient[columns] = intercept;
  return { loss: loss + Math.log(product), gradient, hessian };
}
