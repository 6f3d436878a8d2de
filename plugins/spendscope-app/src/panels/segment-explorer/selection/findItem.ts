import type { Box, Point } from '@spendscope/contracts';
import { toPixel, type Size, type Viewport } from '../axis/viewport';
import type { ExplorerItems } from '../types';

/** How near a pointer has to come to a point, in px. */
const REACH = 12;

/** The item at a place: the cell that covers it, or the nearest point within reach; undefined where there is none. */
export function findItem(items: ExplorerItems, at: Point, viewport: Viewport, size: Size): number | undefined {
  if (items.kind === 'cells') {
    let found: number | undefined;
    for (let i = 0; i < items.length; i += 1) {
      const covers =
        Math.abs(items.x[i]! - at[0]) <= items.cellWidth / 2 && Math.abs(items.y[i]! - at[1]) <= items.cellHeight / 2;
      // Several clusters share a cell: its largest speaks for it.
      if (covers && (found === undefined || items.count[i]! > items.count[found]!)) {
        found = i;
      }
    }
    return found;
  }
  const [px, py] = toPixel(viewport, size, at);
  let nearest: number | undefined;
  let least = REACH ** 2;
  for (let i = 0; i < items.length; i += 1) {
    const [x, y] = toPixel(viewport, size, [items.x[i]!, items.y[i]!]);
    const distance = (x - px) ** 2 + (y - py) ** 2;
    if (distance <= least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}

/** Exactly the item: its cell, or the point itself. */
export function itemBox(items: ExplorerItems, item: number): Box {
  const x = items.x[item]!;
  const y = items.y[item]!;
  // A hair below half a side, so that neighbours' centres stay out whatever the rounding.
  const halfWidth = items.cellWidth * 0.49;
  const halfHeight = items.cellHeight * 0.49;
  return { xMin: x - halfWidth, xMax: x + halfWidth, yMin: y - halfHeight, yMax: y + halfHeight };
}
