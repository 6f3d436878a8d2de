// AssemblyScript, compiled by `npm run generate`: the passes of histogram boosting over the rows of a leaf;
// src/trees/histogram/plainLeafRows.ts does the same in TypeScript, to the same bits. `order` holds row numbers (i32);
// `gradients` a row's gradient and second derivative side by side (two f32), which are added to a bin as one vector (two f64).

/** Bytes of the sums of a column: 256 bins of two f64. */
const columnBytes: u32 = 4096;

/** Adds two sums to those of a bin. */
function add(bin: u32, pair: v128): void {
  v128.store(bin, f64x2.add(v128.load(bin), pair));
}

/** The gradients of rows, one after the other, so that all words read them in sequence. */
export function gather(order: u32, count: u32, gradients: u32, ordered: u32): void {
  for (const end = order + (count << 2); order < end; order += 4) {
    store<u64>(ordered, load<u64>(gradients + (load<u32>(order) << 3)));
    ordered += 8;
  }
}

/**
 * Sums of the bins of four columns.
 *
 * @param bins one word a row of the table
 * @param sums four times columnBytes, zeros at first
 * @param ordered gradients of the rows in `order`, in its order
 */
export function addWord(sums: u32, bins: u32, order: u32, count: u32, ordered: u32): void {
  for (const end = order + (count << 2); order < end; order += 4) {
    const word = load<u32>(bins + (load<u32>(order) << 2));
    const pair = f64x2.promote_low_f32x4(v128.load64_zero(ordered));
    add(sums + ((word << 4) & 0xff0), pair);
    add(sums + columnBytes + ((word >>> 4) & 0xff0), pair);
    add(sums + 2 * columnBytes + ((word >>> 12) & 0xff0), pair);
    add(sums + 3 * columnBytes + ((word >>> 20) & 0xff0), pair);
    ordered += 8;
  }
}

/** Takes one histogram from another, both of `bytes`. */
export function subtract(parent: u32, child: u32, bytes: u32): void {
  for (const end = parent + bytes; parent < end; parent += 16) {
    v128.store(parent, f64x2.sub(v128.load(parent), v128.load(child)));
    child += 16;
  }
}

/**
 * Moves the rows that go left to the front, both sides in their order; returns how many they are.
 *
 * @param shift of the column's bin in its word
 * @param last bin that goes left
 * @param missing bin that goes left too, −1 for none
 * @param moved place for the rows that go right
 */
export function partition(order: u32, count: u32, bins: u32, shift: u32, last: i32, missing: i32, moved: u32): u32 {
  let left = order;
  let right = moved;
  for (let at = order, end = order + (count << 2); at < end; at += 4) {
    const row = load<u32>(at);
    const bin: i32 = (load<u32>(bins + (row << 2)) >>> shift) & 255;
    // Both writes happen and one counts: cheaper than a branch that nobody can predict.
    const goesLeft: u32 = u32(bin <= last) | u32(bin === missing);
    store<u32>(left, row);
    store<u32>(right, row);
    left += goesLeft << 2;
    right += (1 - goesLeft) << 2;
  }
  memory.copy(left, moved, right - moved);
  return (left - order) >>> 2;
}

/** Adds a leaf's answer to the margins (f64) of its rows. */
export function answer(order: u32, count: u32, margins: u32, value: f64): void {
  for (const end = order + (count << 2); order < end; order += 4) {
    const at = margins + (load<u32>(order) << 3);
    store<f64>(at, load<f64>(at) + value);
  }
}
