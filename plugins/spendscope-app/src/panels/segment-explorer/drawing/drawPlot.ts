import type { Size, Viewport } from '../axis/viewport';
import type { ExplorerItems } from '../types';
import { cellOpacity, type DensityCell } from './densityCells';
import { traceShape } from './drawShape';
import type { ClusterMarkStyle } from './markStyles';

/** Unselected cells and points stay visible: selecting dims the rest, it hides nobody. */
const FADED_CELL = 0.5;
const FADED_POINT = 0.2;

interface Drawing {
  context: CanvasRenderingContext2D;
  size: Size;
  viewport: Viewport;
  /** By index of the cluster. */
  marks: readonly ClusterMarkStyle[];
  /** Index of a cluster that the pointer rests on in the legend. */
  highlighted?: number;
}

/** One rectangle per cell: colour of the leading cluster, opacity by the logarithm of its customers. */
export function drawDensity(drawing: Drawing, cells: readonly DensityCell[], cell: Size): void {
  const { context, size, viewport, marks, highlighted } = drawing;
  const scaleX = size.width / (viewport.xMax - viewport.xMin);
  const scaleY = size.height / (viewport.yMax - viewport.yMin);
  const max = cells.reduce((most, { total }) => Math.max(most, total), 1);
  for (const { x, y, total, leading, selected } of cells) {
    // Whole pixels: shared edges would otherwise shine through as a grid.
    const left = Math.round((x - cell.width / 2 - viewport.xMin) * scaleX);
    const right = Math.round((x + cell.width / 2 - viewport.xMin) * scaleX);
    const top = Math.round(size.height - (y + cell.height / 2 - viewport.yMin) * scaleY);
    const bottom = Math.round(size.height - (y - cell.height / 2 - viewport.yMin) * scaleY);
    if (right >= 0 && left <= size.width && bottom >= 0 && top <= size.height) {
      const dimmed = !selected || (highlighted !== undefined && leading !== highlighted);
      context.globalAlpha = cellOpacity(total, max) * (dimmed ? FADED_CELL : 1);
      context.fillStyle = marks[leading]!.color;
      context.fillRect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }
  }
  context.globalAlpha = 1;
}

/** Radius in px: smaller the more points there are, larger the closer one looks. */
function radiusOf(count: number, zoomed: number): number {
  const base = count > 5000 ? 2.2 : count > 1500 ? 2.8 : 3.6;
  return Math.min(6, base * zoomed ** 0.25);
}

/** A mark per customer, in shuffled order so that no cluster covers another; the selected lie on top. */
export function drawPoints(
  drawing: Drawing,
  items: ExplorerItems,
  order: Uint32Array,
  { mask, zoomed }: { mask?: Uint8Array; zoomed: number }
): void {
  const { context, size, viewport, marks, highlighted } = drawing;
  const scaleX = size.width / (viewport.xMax - viewport.xMin);
  const scaleY = size.height / (viewport.yMax - viewport.yMin);
  const radius = radiusOf(items.length, zoomed);
  const isBright = (item: number): boolean =>
    (!mask || mask[item] === 1) && (highlighted === undefined || items.cluster[item] === highlighted);
  for (const bright of [false, true]) {
    context.globalAlpha = bright ? 0.8 : FADED_POINT;
    for (const item of order) {
      const x = (items.x[item]! - viewport.xMin) * scaleX;
      const y = size.height - (items.y[item]! - viewport.yMin) * scaleY;
      if (
        isBright(item) === bright &&
        x >= -radius &&
        x <= size.width + radius &&
        y >= -radius &&
        y <= size.height + radius
      ) {
        const { color, shape } = marks[items.cluster[item]!]!;
        context.fillStyle = color;
        context.beginPath();
        traceShape(context, shape, x, y, radius);
        context.fill();
      }
    }
  }
  context.globalAlpha = 1;
}
