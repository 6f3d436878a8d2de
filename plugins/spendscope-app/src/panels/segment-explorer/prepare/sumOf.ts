/** Sum of numbers; those that are missing count as 0. */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    sum += values[i]! || 0;
  }
  return sum;
}
