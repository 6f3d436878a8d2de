/**
 * Sequences of different lengths step by step: those of step t are the first `sizes[t]` of the sequences, longest first,
 * and their rows begin at `offsets[t]`. Nothing is padded.
 */
export interface Packing {
  sizes: number[];
  offsets: number[];
  rows: number;
}

/** @param lengths descending */
export function packing(lengths: readonly number[]): Packing {
  const packed: Packing = { sizes: [], offsets: [], rows: 0 };
  let size = lengths.length;
  for (let step = 0; step < (lengths[0] ?? 0); step++) {
    while (lengths[size - 1]! <= step) {
      size--;
    }
    packed.sizes.push(size);
    packed.offsets.push(packed.rows);
    packed.rows += size;
  }
  return packed;
}
