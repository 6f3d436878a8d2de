import type { Size, Viewport } from '../../axis/viewport';
import { runsWithin, type Points } from './tiles';

/** Customers per pixel and cluster; buffers are kept from frame to frame. */
export interface PixelCounts {
  width: number;
  height: number;
  clusters: number;
  /** Customers that are not selected (all of them where nothing is), cluster by cluster. */
  others: Uint32Array;
  /** Selected ones; empty without a selection. */
  selected: Uint32Array;
}

function cleared(buffer: Uint32Array | undefined, length: number): Uint32Array {
  if (buffer?.length !== length) {
    return new Uint32Array(length);
  }
  return buffer.fill(0);
}

/** Counts every customer in view into its pixel: exact, whatever lies over whatever. */
export function countPixels(
  points: Points,
  viewport: Viewport,
  { width, height }: Size,
  mask: Uint8Array | undefined,
  reuse?: PixelCounts
): PixelCounts {
  const pixels = width * height;
  const counts: PixelCounts = {
    width,
    height,
    clusters: points.clusters,
    others: cleared(reuse?.others, pixels * points.clusters),
    selected: cleared(reuse?.selected, mask ? pixels * points.clusters : 0),
  };
  const { x, y, cluster } = points;
  const { others, selected } = counts;
  const { xMin, yMax } = viewport;
  const scaleX = width / (viewport.xMax - xMin);
  const scaleY = height / (yMax - viewport.yMin);
  runsWithin(points, viewport, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const px = (x[i]! - xMin) * scaleX;
      const py = (yMax - y[i]!) * scaleY;
      // NaN is in no part.
      if (px >= 0 && px <= width && py >= 0 && py <= height) {
        // Who stands on the far edge itself is in view: axes of money begin at 0, where many are.
        const column = px < width ? px | 0 : width - 1;
        const row = py < height ? py | 0 : height - 1;
        const at = cluster[i]! * pixels + row * width + column;
        if (mask?.[i]) {
          selected[at]! += 1;
        } else {
          others[at]! += 1;
        }
      }
    }
  });
  return counts;
}

/** Customers within the view, to choose how large a mark may be. */
export function countInView(points: Points, viewport: Viewport): number {
  let count = 0;
  runsWithin(points, viewport, (from, to) => {
    count += to - from;
  });
  return count;
}
