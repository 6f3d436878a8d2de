/** Counts that occur; gamma functions are computed once for each of them, not for each customer. */
export function distinctCounts(frequency: Float64Array): { counts: Float64Array; placeOf: Int32Array } {
  const counts = Float64Array.from(new Set(frequency)).sort();
  const places = new Map(Array.from(counts, (count, place) => [count, place]));
  return { counts, placeOf: Int32Array.from(frequency, (count) => places.get(count)!) };
}
