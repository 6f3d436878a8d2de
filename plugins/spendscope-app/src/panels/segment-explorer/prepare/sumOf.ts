/** Sum of numbers; those that are missing count as 0. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) {
    sum += value || 0;
  }
  return sum;
}
