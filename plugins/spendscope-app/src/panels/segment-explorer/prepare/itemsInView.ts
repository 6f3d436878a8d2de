import type { Viewport } from '../axis/viewport';
import type { ExplorerItems } from '../types';

/**
 * Items whose place is in view, those with the most customers first, points in their own order.
 *
 * @param most that are listed
 */
export function itemsInView(
  { length, x, y, count }: Pick<ExplorerItems, 'length' | 'x' | 'y' | 'count'>,
  { xMin, xMax, yMin, yMax }: Viewport,
  most: number
): { shown: readonly number[]; total: number } {
  const found: number[] = [];
  for (let i = 0; i < length; i += 1) {
    if (x[i]! >= xMin && x[i]! <= xMax && y[i]! >= yMin && y[i]! <= yMax) {
      found.push(i);
    }
  }
  found.sort((a, b) => count[b]! - count[a]! || a - b);
  return { shown: found.slice(0, most), total: found.length };
}
