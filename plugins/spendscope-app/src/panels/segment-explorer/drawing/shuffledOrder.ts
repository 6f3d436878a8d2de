/**
 * The same shuffle for the same length every time (Fisher–Yates over a fixed-seed mulberry32), so that no cluster is
 * drawn over another and nothing flickers between two draws.
 */
export function shuffledOrder(length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  let state = 0x5eed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
