// AssemblyScript, compiled by `npm run generate`: distances between the rows of two ranges, added up for each row. What it
// adds up is that of src/cluster-quality/distanceSumsPlain.ts, in another order.
//
// Rows lie in eights: value j of eight rows side by side (64 bytes), then value j + 1 of them.

const eightBytes: u32 = 64;

/** Address of a row's first value. */
function rowAt(rows: u32, row: u32, columns: u32): u32 {
  return rows + (row >> 3) * (columns * eightBytes) + ((row & 7) << 3);
}

/**
 * Adds up the distances of each row a to the rows b, and of each row b to the rows a.
 *
 * @param fromB, toB multiples of 8, no row of which is a row a, unless `mutual` is false
 * @param weights one f64 a row: 1, or 0 for rows that only fill an eight
 * @param sumsOfA for rows a: one f64 a row, beginning with row 0, not row fromA
 * @param sumsOfB for rows b, likewise
 * @param mutual false: only the sums of rows a are wanted
 */
export function addDistances(
  rows: u32,
  columns: u32,
  weights: u32,
  fromA: u32,
  toA: u32,
  fromB: u32,
  toB: u32,
  sumsOfA: u32,
  sumsOfB: u32,
  mutual: bool
): void {
  const bytes = columns * eightBytes;
  for (let a = fromA; a < toA; a++) {
    const values = rowAt(rows, a, columns);
    let other = rowAt(rows, fromB, columns);
    let sum = f64x2.splat(0);
    for (let b = fromB << 3; b < toB << 3; b += eightBytes) {
      let s = f64x2.splat(0);
      let t = f64x2.splat(0);
      let u = f64x2.splat(0);
      let v = f64x2.splat(0);
      for (let j: u32 = 0; j < bytes; j += eightBytes) {
        const value = v128.load_splat<f64>(values + j);
        const p = f64x2.sub(v128.load(other + j), value);
        const q = f64x2.sub(v128.load(other + j, 16), value);
        const r = f64x2.sub(v128.load(other + j, 32), value);
        const w = f64x2.sub(v128.load(other + j, 48), value);
        s = f64x2.add(s, f64x2.mul(p, p));
        t = f64x2.add(t, f64x2.mul(q, q));
        u = f64x2.add(u, f64x2.mul(r, r));
        v = f64x2.add(v, f64x2.mul(w, w));
      }
      other += bytes;
      s = f64x2.mul(f64x2.sqrt(s), v128.load(weights + b));
      t = f64x2.mul(f64x2.sqrt(t), v128.load(weights + b, 16));
      u = f64x2.mul(f64x2.sqrt(u), v128.load(weights + b, 32));
      v = f64x2.mul(f64x2.sqrt(v), v128.load(weights + b, 48));
      sum = f64x2.add(sum, f64x2.add(f64x2.add(s, t), f64x2.add(u, v)));
      if (mutual) {
        const sumAt = sumsOfB + b;
        v128.store(sumAt, f64x2.add(v128.load(sumAt), s));
        v128.store(sumAt, f64x2.add(v128.load(sumAt, 16), t), 16);
        v128.store(sumAt, f64x2.add(v128.load(sumAt, 32), u), 32);
        v128.store(sumAt, f64x2.add(v128.load(sumAt, 48), v), 48);
      }
    }
    const sumAt = sumsOfA + (a << 3);
    store<f64>(sumAt, load<f64>(sumAt) + f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
  }
}
