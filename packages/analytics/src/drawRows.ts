import type { Random } from './random';

/** `size` distinct rows in ascending order (selection sampling: Knuth, TAOCP 2, algorithm S). */
export function drawRows(rows: number, size: number, random: Random): number[] {
  const drawn: number[] = [];
  for (let row = 0; row < rows && drawn.length < size; row++) {
    if (random.next() * (rows - row) < size - drawn.length) {
      drawn.push(row);
    }
  }
  return drawn;
}
