// AssemblyScript, compiled by `npm run generate`: the passes of k-means over a block of rows; src/k-means/plainPoints.ts
// does the same in TypeScript, to the same bits. Rows are row-major f64; two are measured at once. Sums over rows are kept
// for even and odd rows apart and added at the end.

/** Bounds are held this share of a distance back, so that rounding never keeps a row where a full search would not. */
const margin: f64 = 1e-9;
/** Distances to so many centres are summed side by side: the loads of values are shared, and no sum waits for another. */
const centresAtOnce: i32 = 3;

/** The values of two rows, side by side. */
function pair(a: u32, b: u32): v128 {
  return v128.load64_lane(b, v128.load64_zero(a), 1);
}

/** `sum` and the squared difference of two rows' values from one of a centre. */
function plusSquare(sum: v128, values: v128, centre: u32): v128 {
  const difference = f64x2.sub(values, v128.load_splat<f64>(centre));
  return f64x2.add(sum, f64x2.mul(difference, difference));
}

/** Squared distances of rows a and b to a centre, at most `nearest` (two f64). */
function nearer(a: u32, b: u32, columns: u32, centre: u32, nearest: v128): v128 {
  let sum = f64x2.splat(0);
  const end = centre + (columns << 3);
  for (; centre < end; centre += 8) {
    sum = plusSquare(sum, pair(a, b), centre);
    a += 8;
    b += 8;
  }
  return f64x2.pmin(sum, nearest);
}

/**
 * What the sum of squared distances to the nearest centre would be with one centre more.
 *
 * @param count an even number; a row that only makes it so has a `nearest` of 0
 * @param nearest one f64 a row
 */
export function potential(rows: u32, count: u32, columns: u32, centre: u32, nearest: u32): f64 {
  let sum = f64x2.splat(0);
  const bytes = columns << 3;
  for (let row: u32 = 0; row < count; row += 2) {
    sum = f64x2.add(sum, nearer(rows, rows + bytes, columns, centre, v128.load(nearest)));
    rows += bytes << 1;
    nearest += 16;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Takes a centre in: `nearest` becomes the squared distance to the nearest one with it. Returns the new sum. */
export function approach(rows: u32, count: u32, columns: u32, centre: u32, nearest: u32): f64 {
  let sum = f64x2.splat(0);
  const bytes = columns << 3;
  for (let row: u32 = 0; row < count; row += 2) {
    const least = nearer(rows, rows + bytes, columns, centre, v128.load(nearest));
    v128.store(nearest, least);
    sum = f64x2.add(sum, least);
    rows += bytes << 1;
    nearest += 16;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Moves a row from the sums of one cluster (none where below 0) to another's. */
function move(row: u32, columns: u32, from: i32, to: i32, sums: u32, counts: u32): void {
  const bytes = columns << 3;
  const added = sums + <u32>to * bytes;
  store<i32>(counts + ((<u32>to) << 2), load<i32>(counts + ((<u32>to) << 2)) + 1);
  for (let j: u32 = 0; j < bytes; j += 8) {
    store<f64>(added + j, load<f64>(added + j) + load<f64>(row + j));
  }
  if (from >= 0) {
    const taken = sums + <u32>from * bytes;
    store<i32>(counts + ((<u32>from) << 2), load<i32>(counts + ((<u32>from) << 2)) - 1);
    for (let j: u32 = 0; j < bytes; j += 8) {
      store<f64>(taken + j, load<f64>(taken + j) - load<f64>(row + j));
    }
  }
}

/** Lists the rows whose bounds do not settle their cluster. Without branches: which rows they are cannot be guessed. */
function listUnsettled(count: u32, labels: u32, slack: u32, spent: u32, list: u32): u32 {
  let end = list;
  for (let row: u32 = 0; row < count; row++) {
    const settled = load<f64>(slack) > load<f64>(spent + (load<i32>(labels) << 3));
    store<u32>(end, row);
    end += settled ? 0 : 4;
    labels += 4;
    slack += 8;
  }
  return end;
}

/**
 * Copies the listed rows, two side by side. They lie apart, and a processor fetches many at a time only while there is
 * little to do with each.
 */
function gather(rows: u32, bytes: u32, list: u32, end: u32, pairs: u32): void {
  for (; list < end; list += 8) {
    let a = rows + load<u32>(list) * bytes;
    let b = rows + load<u32>(list, 4) * bytes;
    const next = a + bytes;
    for (; a < next; a += 8) {
      v128.store(pairs, pair(a, b));
      b += 8;
      pairs += 16;
    }
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
 * @param spent one f64 per cluster; before the first lies ∞, for rows that have none
 * @param centres as many as make a multiple of 3, those beyond k at ∞
 * @param list room for one u32 a row and one more
 * @param pairs room for the values of the rows
 * @returns how many rows changed
 */
export function assign(
  rows: u32,
  count: u32,
  columns: u32,
  labels: u32,
  slack: u32,
  spent: u32,
  centres: u32,
  k: i32,
  sums: u32,
  counts: u32,
  list: u32,
  pairs: u32
): i32 {
  const bytes = columns << 3;
  const end = listUnsettled(count, labels, slack, spent, list);
  // Where one is left over it is measured twice.
  store<u32>(end, load<u32>(end - 4));
  gather(rows, bytes, list, end, pairs);
  let changed = 0;
  for (; list < end; list += 8) {
    const rowA = load<u32>(list);
    const rowB = load<u32>(list, 4);
    let first = f64x2.splat(Infinity);
    let second = f64x2.splat(Infinity);
    let label = i64x2.splat(0);
    let centre = centres;
    for (let c = 0; c < k; c += centresAtOnce) {
      let values = pairs;
      let x = f64x2.splat(0);
      let y = f64x2.splat(0);
      let z = f64x2.splat(0);
      const next = centre + bytes;
      for (; centre < next; centre += 8) {
        const both = v128.load(values);
        x = plusSquare(x, both, centre);
        y = plusSquare(y, both, centre + bytes);
        z = plusSquare(z, both, centre + (bytes << 1));
        values += 16;
      }
      centre += bytes << 1;
      label = v128.bitselect(i64x2.splat(c), label, f64x2.lt(x, first));
      second = f64x2.pmin(second, f64x2.pmax(first, x));
      first = f64x2.pmin(first, x);
      label = v128.bitselect(i64x2.splat(c + 1), label, f64x2.lt(y, first));
      second = f64x2.pmin(second, f64x2.pmax(first, y));
      first = f64x2.pmin(first, y);
      label = v128.bitselect(i64x2.splat(c + 2), label, f64x2.lt(z, first));
      second = f64x2.pmin(second, f64x2.pmax(first, z));
      first = f64x2.pmin(first, z);
    }
    pairs += bytes << 1;
    const apart = f64x2.sub(f64x2.mul(f64x2.sqrt(second), f64x2.splat(1 - margin)), f64x2.sqrt(first));
    const afterA = <i32>i64x2.extract_lane(label, 0);
    const beforeA = load<i32>(labels + (rowA << 2));
    store<f64>(slack + (rowA << 3), f64x2.extract_lane(apart, 0) + load<f64>(spent + ((<u32>afterA) << 3)));
    if (afterA !== beforeA) {
      move(rows + rowA * bytes, columns, beforeA, afterA, sums, counts);
      store<i32>(labels + (rowA << 2), afterA);
      changed++;
    }
    const afterB = <i32>i64x2.extract_lane(label, 1);
    const beforeB = load<i32>(labels + (rowB << 2));
    store<f64>(slack + (rowB << 3), f64x2.extract_lane(apart, 1) + load<f64>(spent + ((<u32>afterB) << 3)));
    if (afterB !== beforeB) {
      move(rows + rowB * bytes, columns, beforeB, afterB, sums, counts);
      store<i32>(labels + (rowB << 2), afterB);
      changed++;
    }
  }
  return changed;
}

/** Sum of the squared distances of rows to the centres of their clusters. */
export function inertia(rows: u32, count: u32, columns: u32, labels: u32, centres: u32): f64 {
  let even: f64 = 0;
  let odd: f64 = 0;
  const bytes = columns << 3;
  for (let row: u32 = 0; row < count; row++) {
    const centre = centres + load<u32>(labels + (row << 2)) * bytes;
    let sum: f64 = 0;
    for (let j: u32 = 0; j < bytes; j += 8) {
      const difference = load<f64>(rows + j) - load<f64>(centre + j);
      sum += difference * difference;
    }
    if (row & 1) {
      odd += sum;
    } else {
      even += sum;
    }
    rows += bytes;
  }
  return even + odd;
}
