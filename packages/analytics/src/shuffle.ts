import type { Random } from './random';

type Values = Int32Array | Uint32Array | number[];

/** Fisher–Yates, in place. */
export function shuffle<T extends Values>(values: T, random: Random): T {
  for (let i = values.length - 1; i > 0; i--) {
    swap(values, i, random.int(i + 1));
  }
  return values;
}

/** Draws `count` of the values (all, where there are fewer) without putting back, into the first places. In place. */
export function shuffleFirst<T extends Values>(values: T, count: number, random: Random): T {
  for (let i = 0; i < Math.min(count, values.length); i++) {
    swap(values, i, i + random.int(values.length - i));
  }
  return values;
}

function swap(values: Values, i: number, j: number): void {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
}
