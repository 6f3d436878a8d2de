import type { Matrix } from '../matrix';
import type { Random } from '../random';

/**
 * Greedy k-means++ (Arthur & Vassilvitskii, 2007, section 5 "trials"): each next centre is the best of 2 + ⌊ln k⌋ rows
 * drawn with probability proportional to the squared distance from the nearest centre so far.
 *
 * @returns k centres, row after row; with fewer distinct rows than k some are equal
 */
export function seedCentres(m: Matrix, k: number, random: Random): Float64Array {
  const { data, rows, columns } = m;
  const centres = new Float64Array(k * columns);
  const nearest = new Float64Array(rows);
  const trials = 2 + Math.floor(Math.log(k));
  let candidate = new Float64Array(rows);
  let best = new Float64Array(rows);
  centres.set(rowOf(m, random.int(rows)));
  let potential = 0;
  for (let i = 0; i < rows; i++) {
    nearest[i] = squaredDistance(data, i * columns, centres, 0, columns);
    potential += nearest[i]!;
  }
  for (let c = 1; c < k; c++) {
    let bestRow = 0;
    let bestPotential = Infinity;
    for (let trial = 0; trial < trials; trial++) {
      const row = drawRow(nearest, potential, random);
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        const distance = squaredDistance(data, i * columns, data, row * columns, columns);
        const least = distance < nearest[i]! ? distance : nearest[i]!;
        candidate[i] = least;
        sum += least;
      }
      if (sum < bestPotential) {
        bestPotential = sum;
        bestRow = row;
        [candidate, best] = [best, candidate];
      }
    }
    nearest.set(best);
    potential = bestPotential;
    centres.set(rowOf(m, bestRow), c * columns);
  }
  return centres;
}

function drawRow(weights: Float64Array, total: number, random: Random): number {
  let left = random.next() * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) {
      return i;
    }
  }
  // Rounding, or all rows already are centres.
  return random.int(weights.length);
}

function rowOf(m: Matrix, row: number): Float64Array {
  return m.data.subarray(row * m.columns, (row + 1) * m.columns);
}

/** Squared Euclidean distance of two vectors that start at offsets a and b. */
export function squaredDistance(x: Float64Array, a: number, y: Float64Array, b: number, length: number): number {
  let sum = 0;
  for (let j = 0; j < length; j++) {
    const difference = x[a + j]! - y[b + j]!;
    sum += difference * difference;
  }
  return sum;
}
