import type { ClusterShape } from '../../../shared/clusters/palette';

type Trace = (context: CanvasRenderingContext2D, x: number, y: number, r: number) => void;

function polygon(corners: ReadonlyArray<readonly [number, number]>): Trace {
  return (context, x, y, r) => {
    corners.forEach(([dx, dy], i) =>
      i === 0 ? context.moveTo(x + dx * r, y + dy * r) : context.lineTo(x + dx * r, y + dy * r)
    );
    context.closePath();
  };
}

/** Sized so that all look equally heavy at the same radius. */
const traces: Record<ClusterShape, Trace> = {
  triangle: polygon([
    [0, -1.15],
    [1.1, 0.9],
    [-1.1, 0.9],
  ]),
  diamond: polygon([
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ]),
  square: polygon([
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ]),
  circle: (context, x, y, r) => {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
  },
  pentagon: polygon([
    [0, -1.1],
    [1.05, -0.34],
    [0.65, 0.9],
    [-0.65, 0.9],
    [-1.05, -0.34],
  ]),
  bar: polygon([
    [-1.3, -0.45],
    [1.3, -0.45],
    [1.3, 0.45],
    [-1.3, 0.45],
  ]),
};

/** Adds a cluster's shape around (x, y) to the current path. */
export function traceShape(
  context: CanvasRenderingContext2D,
  shape: ClusterShape,
  x: number,
  y: number,
  r: number
): void {
  traces[shape](context, x, y, r);
}
