/**
 * Seeded pseudo-random numbers: xoshiro128** (Blackman & Vigna, "Scrambled linear pseudorandom number generators",
 * 2021), its state filled by a 32-bit finaliser over seed and stream. The same seed and stream give the same sequence
 * on every machine; only `+`, `*`, `sqrt`, `log` and `exp` are used above the integers.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  /** @param stream lets one seed give independent sequences, e.g. one per customer or tree. */
  constructor(seed: number, stream = 0) {
    this.reset(seed, stream);
  }

  /** Starts again at the beginning of a stream, without a new object. */
  reset(seed: number, stream = 0): void {
    let h = mix(seed >>> 0, Math.floor(seed / 4294967296) >>> 0);
    h = mix(h ^ 0x9e3779b9, stream >>> 0);
    h = mix(h, Math.floor(stream / 4294967296) >>> 0);
    this.a = h = mix(h, 1);
    this.b = h = mix(h, 2);
    this.c = h = mix(h, 3);
    this.d = mix(h, 4) | 1;
  }

  /** 32 random bits. */
  uint32(): number {
    const scrambled = Math.imul(rotl(Math.imul(this.b, 5), 7), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotl(this.d, 11);
    return scrambled >>> 0;
  }

  /** Uniform in [0, 1), 32 bits. */
  next(): number {
    return this.uint32() / 4294967296;
  }

  /** Uniform in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  /** Uniform integer in [0, n), n ≤ 2³². */
  int(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(items.length)]!;
  }

  /** Standard normal, by Marsaglia's polar method (the second value is thrown away, so that streams stay simple). */
  normal(): number {
    for (;;) {
      const u = 2 * this.next() - 1;
      const v = 2 * this.next() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt((-2 * Math.log(s)) / s);
      }
    }
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.next());
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** Index i with probability weights[i] ÷ Σ weights over the first `length` entries. */
  weighted(weights: ArrayLike<number>, length: number = weights.length): number {
    let total = 0;
    for (let i = 0; i < length; i++) {
      total += weights[i]!;
    }
    let left = this.next() * total;
    for (let i = 0; i < length - 1; i++) {
      left -= weights[i]!;
      if (left < 0) {
        return i;
      }
    }
    return length - 1;
  }
}

function rotl(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

function mix(x: number, y: number): number {
  let h = (x + Math.imul(y, 0x85ebca6b) + 0x6d2b79f5) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}
