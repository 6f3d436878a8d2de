// AssemblyScript, compiled by `npm run generate`: the passes of k-means over all rows; src/k-means/plainPoints.ts does the
// same in TypeScript, to the same bits.
//
// Rows lie in fours: value j of four rows side by side (32 bytes), then value j + 1 of them. Two rows are measured at
// once. Sums over rows are kept for even and odd rows apart and added at the end.

const fourBytes: u32 = 32;
/** Bounds are held this share of a distance back, so that rounding never keeps a row where a full search would not. */
const margin: f64 = 1e-9;

/** Squared distances of the two rows at `pair` to a vector. */
function squaredDistances(pair: u32, vector: u32, columns: u32): v128 {
  let sum = f64x2.splat(0);
  const end = vector + (columns << 3);
  for (; vector < end; vector += 8) {
    const difference = f64x2.sub(v128.load(pair), v128.load_splat<f64>(vector));
    sum = f64x2.add(sum, f64x2.mul(difference, difference));
    pair += fourBytes;
  }
  return sum;
}

/** What the sum of squared distances to the nearest centre would be with one centre more; `nearest` has one f64 a row. */
export function potential(fours: u32, count: u32, columns: u32, centre: u32, nearest: u32): f64 {
  let sum = f64x2.splat(0);
  const bytes = columns * fourBytes;
  for (let row: u32 = 0; row < count; row += 4) {
    const a = squaredDistances(fours, centre, columns);
    const b = squaredDistances(fours + 16, centre, columns);
    sum = f64x2.add(sum, f64x2.pmin(a, v128.load(nearest)));
    sum = f64x2.add(sum, f64x2.pmin(b, v128.load(nearest, 16)));
    fours += bytes;
    nearest += fourBytes;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Takes a centre in: `nearest` becomes the squared distance to the nearest one with it. Returns the new sum. */
export function approach(fours: u32, count: u32, columns: u32, centre: u32, nearest: u32): f64 {
  let sum = f64x2.splat(0);
  const bytes = columns * fourBytes;
  for (let row: u32 = 0; row < count; row += 4) {
    const a = f64x2.pmin(squaredDistances(fours, centre, columns), v128.load(nearest));
    const b = f64x2.pmin(squaredDistances(fours + 16, centre, columns), v128.load(nearest, 16));
    v128.store(nearest, a);
    v128.store(nearest, b, 16);
    sum = f64x2.add(f64x2.add(sum, a), b);
    fours += bytes;
    nearest += fourBytes;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Moves a row from the sums of one cluster (none where below 0) to another's. */
function move(row: u32, columns: u32, from: i32, to: i32, sums: u32, counts: u32): void {
  const added = sums + <u32>to * (columns << 3);
  store<i32>(counts + ((<u32>to) << 2), load<i32>(counts + ((<u32>to) << 2)) + 1);
  if (from < 0) {
    for (let j: u32 = 0; j < columns; j++) {
      store<f64>(added + (j << 3), load<f64>(added + (j << 3)) + load<f64>(row + j * fourBytes));
    }
    return;
  }
  const taken = sums + <u32>from * (columns << 3);
  store<i32>(counts + ((<u32>from) << 2), load<i32>(counts + ((<u32>from) << 2)) - 1);
  for (let j: u32 = 0; j < columns; j++) {
    const value = load<f64>(row + j * fourBytes);
    store<f64>(taken + (j << 3), load<f64>(taken + (j << 3)) - value);
    store<f64>(added + (j << 3), load<f64>(added + (j << 3)) + value);
  }
}

/**
 * Gives rows their nearest centres, the lower number on a tie, and brings sums and counts of the clusters up to date.
 *
 * `slack` says how much further than its own centre the second nearest was when a row was last measured, plus what
 * `spent` was then. `spent` adds up, per cluster, its centre's moves and the greatest of the others' (Hamerly 2010 with
 * both bounds in one): while slack exceeds it, the row is nearest to the same centre and is not measured.
 *
 * @param labels one i32 a row, −1 where it has none yet
 * @returns how many rows changed
 */
export function assign(
  fours: u32,
  count: u32,
  columns: u32,
  labels: u32,
  slack: u32,
  spent: u32,
  centres: u32,
  k: i32,
  sums: u32,
  counts: u32
): i32 {
  let changed = 0;
  const bytes = columns * fourBytes;
  for (let row: u32 = 0; row < count; row += 2) {
    const before0 = load<i32>(labels);
    const before1 = load<i32>(labels, 4);
    const keep0 = before0 >= 0 && load<f64>(slack) > load<f64>(spent + ((<u32>before0) << 3));
    const keep1 = before1 >= 0 && load<f64>(slack, 8) > load<f64>(spent + ((<u32>before1) << 3));
    if (!(keep0 && keep1)) {
      const pair = fours + (row >> 2) * bytes + ((row & 2) << 3);
      let first = f64x2.splat(Infinity);
      let second = f64x2.splat(Infinity);
      let label = i64x2.splat(0);
      let centre = centres;
      for (let c = 0; c < k; c++) {
        const distance = squaredDistances(pair, centre, columns);
        const nearer = f64x2.lt(distance, first);
        second = f64x2.pmin(second, f64x2.pmax(first, distance));
        first = f64x2.pmin(first, distance);
        label = v128.bitselect(i64x2.splat(c), label, nearer);
        centre += columns << 3;
      }
      const apart = f64x2.sub(f64x2.mul(f64x2.sqrt(second), f64x2.splat(1 - margin)), f64x2.sqrt(first));
      if (!keep0) {
        const after = <i32>i64x2.extract_lane(label, 0);
        store<f64>(slack, f64x2.extract_lane(apart, 0) + load<f64>(spent + ((<u32>after) << 3)));
        if (after !== before0) {
          move(pair, columns, before0, after, sums, counts);
          store<i32>(labels, after);
          changed++;
        }
      }
      if (!keep1) {
        const after = <i32>i64x2.extract_lane(label, 1);
        store<f64>(slack, f64x2.extract_lane(apart, 1) + load<f64>(spent + ((<u32>after) << 3)), 8);
        if (after !== before1) {
          move(pair + 8, columns, before1, after, sums, counts);
          store<i32>(labels, after, 4);
          changed++;
        }
      }
    }
    labels += 8;
    slack += 16;
  }
  return changed;
}

/** Sum of the squared distances of rows to the centres of their clusters. */
export function inertia(fours: u32, count: u32, columns: u32, labels: u32, centres: u32): f64 {
  let even: f64 = 0;
  let odd: f64 = 0;
  for (let row: u32 = 0; row < count; row++) {
    const at = fours + (row >> 2) * (columns * fourBytes) + ((row & 3) << 3);
    const centre = centres + load<u32>(labels + (row << 2)) * (columns << 3);
    let sum: f64 = 0;
    for (let j: u32 = 0; j < columns; j++) {
      const difference = load<f64>(at + j * fourBytes) - load<f64>(centre + (j << 3));
      sum += difference * difference;
    }
    if (row & 1) {
      odd += sum;
    } else {
      even += sum;
    }
  }
  return even + odd;
}
