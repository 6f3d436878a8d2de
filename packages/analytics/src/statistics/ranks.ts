export interface Ranks {
  /** from 1; equal values share the mean of their ranks */
  ranks: Float64Array;
  /** Σ (t³ − t) over runs of t equal values: what ties take from the variance of ranks */
  ties: number;
}

/** Mid-ranks of finite values. */
export function midRanks(values: ArrayLike<number>): Ranks {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) {
      to++;
    }
    const run = to - from;
    ties += run * (run * run - 1);
    for (let i = from; i < to; i++) {
      ranks[order[i]!] = (from + to + 1) / 2;
    }
    from = to;
  }
  return { ranks, ties };
}
