/** Sweeps after which every symmetric matrix of numbers is diagonal to the last digit; ten are many. */
const mostSweeps = 60;

export interface Eigen {
  /** largest first */
  values: number[];
  /** of each value, a vector of length 1 */
  vectors: number[][];
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (Golub & Van Loan, Matrix Computations, 8.5):
 * the fewest lines that are accurate to the last digit, for matrices of some dozens of columns.
 *
 * @param symmetric n rows of n; not changed
 */
export function symmetricEigen(symmetric: readonly (readonly number[])[]): Eigen {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const scale = Math.hypot(...a.flat());
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > 1e-15 * scale; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (a[p]![q] !== 0) {
          rotate(a, v, p, q);
        }
      }
    }
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v.map((row) => row[i]!)) };
}

function offDiagonal(a: readonly (readonly number[])[]): number {
  return Math.hypot(...a.flatMap((row, i) => row.filter((_, j) => j !== i)));
}

/** Makes a[p][q] zero by a turn in the plane of p and q, which the columns of v take part in. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (row: number[]): void => {
    const [atP, atQ] = [row[p]!, row[q]!];
    row[p] = c * atP - s * atQ;
    row[q] = s * atP + c * atQ;
  };
  a.forEach(turn);
  const [rowP, rowQ] = [[...a[p]!], [...a[q]!]];
  for (let k = 0; k < a.length; k++) {
    a[p]![k] = c * rowP[k]! - s * rowQ[k]!;
    a[q]![k] = s * rowP[k]! + c * rowQ[k]!;
  }
  v.forEach(turn);
}
