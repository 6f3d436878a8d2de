/** Least value with at least the given share of all weights at or below it; undefined where there are none. */
export function weightedQuantile(
  values: readonly number[],
  weights: ArrayLike<number>,
  share: number
): number | undefined {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const wanted = share * order.reduce((sum, i) => sum + weights[i]!, 0) * (1 - 1e-12);
  let met = 0;
  for (const i of order) {
    met += weights[i]!;
    if (met >= wanted) {
      return values[i];
    }
  }
  return undefined;
}
