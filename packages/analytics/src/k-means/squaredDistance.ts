/** Squared Euclidean distance of two vectors that start at offsets a and b. */
export function squaredDistance(x: Float64Array, a: number, y: Float64Array, b: number, length: number): number {
  let sum = 0;
  for (let j = 0; j < length; j++) {
    const difference = x[a + j]! - y[b + j]!;
    sum += difference * difference;
  }
  return sum;
}
