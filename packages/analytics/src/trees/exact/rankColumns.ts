import type { Matrix } from '../../matrix';

/** Columns as places among their distinct values: trees then compare whole numbers and count in place of sorting. */
export interface RankedColumns {
  rows: number;
  /** for each column the place of each row's value */
  places: Int32Array[];
  /** for each column its distinct values, ascending */
  distinct: Float64Array[];
}

export function rankColumns({ data, rows, columns }: Matrix): RankedColumns {
  const places: Int32Array[] = [];
  const distinct: Float64Array[] = [];
  for (let j = 0; j < columns; j++) {
    // −0 and 0 are one value: adding 0 makes them so.
    const values = Float64Array.from({ length: rows }, (_, i) => data[i * columns + j]! + 0);
    const sorted = Float64Array.from(values).sort();
    const unique = sorted.filter((x, i) => i === 0 || x !== sorted[i - 1]);
    distinct.push(unique);
    places.push(Int32Array.from(values, (x) => placeOf(unique, x)));
  }
  return { rows, places, distinct };
}

function placeOf(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const half = (low + high) >> 1;
    if (sorted[half]! < x) {
      low = half + 1;
    } else {
      high = half;
    }
  }
  return low;
}
