import type { Random } from '../random';
import { blockRows, type Points } from './points';

/**
 * Greedy k-means++ (Arthur & Vassilvitskii, 2007, section 5 "trials"): each next centre is the best of 2 + ⌊ln k⌋ rows
 * drawn with probability proportional to the squared distance from the nearest centre so far.
 *
 * @returns k centres, row after row; with fewer distinct rows than k some are equal
 */
export function seedCentres(points: Points, k: number, random: Random): Float64Array {
  const { rows, columns } = points;
  const centres = new Float64Array(k * columns);
  const trials = 2 + Math.floor(Math.log(k));
  points.forget();
  let centre = points.row(random.int(rows));
  let blocks = points.approach(centre);
  centres.set(centre);
  for (let c = 1; c < k; c++) {
    const drawn = Array.from({ length: trials }, () => points.row(drawRow(points, blocks, random)));
    let least = Infinity;
    for (const candidate of drawn) {
      const potential = points.potential(candidate);
      if (potential < least) {
        least = potential;
        centre = candidate;
      }
    }
    blocks = points.approach(centre);
    centres.set(centre, c * columns);
  }
  return centres;
}

/** First a block of rows, then a row in it. */
function drawRow(points: Points, blocks: Float64Array, random: Random): number {
  let left = random.next() * blocks.reduce((a, b) => a + b, 0);
  const block = blocks.findIndex((sum) => (left -= sum) < 0);
  if (block >= 0) {
    left += blocks[block]!;
    for (let i = block * blockRows; i < Math.min(points.rows, (block + 1) * blockRows); i++) {
      left -= points.nearest(i);
      if (left < 0) {
        return i;
      }
    }
  }
  // Rounding, or all rows already are centres.
  return random.int(points.rows);
}
