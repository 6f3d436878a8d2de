import { packColumns } from '@spendscope/contracts';
import { FullClient } from '../../../../plugins/spendscope-app/src/panels/segment-explorer/full/FullClient';
import type { Drawn } from '../../../../plugins/spendscope-app/src/panels/segment-explorer/full/engine/FullEngine';
import { heapBytes, nextFrame, size } from '../../browser/page/frames';
import { benchCustomers } from '../customers';
import { type Figures, pan } from './figures';

const axes = {
  x: { field: 'recency', scale: 'log1p' },
  y: { field: 'monetary', scale: 'log1p' },
} as const;
const colors = [0, 40, 80, 120, 160, 200, 240].map((shade) => [shade, 120, 255 - shade] as const);

function show(context: CanvasRenderingContext2D, { pixels, width, height }: Drawn): void {
  context.canvas.width = width;
  context.canvas.height = height;
  context.putImageData(new ImageData(pixels as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
}

/** An outline of 200 corners around the middle. */
function outline([left, end]: readonly [number, number], [bottom, top]: readonly [number, number]): [number, number][] {
  return Array.from({ length: 200 }, (_, i) => {
    const angle = (i / 200) * 2 * Math.PI;
    const reach = 0.3 + 0.05 * Math.sin(angle * 9);
    return [
      (left + end) / 2 + Math.cos(angle) * reach * (end - left),
      (bottom + top) / 2 + Math.sin(angle) * reach * (top - bottom),
    ];
  });
}

/** The explorer's full mode as the panel uses it: its own worker, one canvas. */
export async function measureOurs(count: number): Promise<Figures> {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  Object.assign(canvas.style, { width: `${size.width}px`, height: `${size.height}px` });
  const context = canvas.getContext('2d')!;
  const bytes = packColumns({ runId: 'bench', columns: { ...benchCustomers(count) } }).buffer as ArrayBuffer;
  const client = new FullClient();
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  let view = { xMin: 0, xMax: 1, yMin: 0, yMax: 1 };
  const draw = async (shift: number, moving: boolean): Promise<void> => {
    const by = shift * (view.xMax - view.xMin);
    const viewport = { ...view, xMin: view.xMin + by, xMax: view.xMax + by };
    const drawn = await client.draw({ viewport, size, colors, moving });
    if (drawn) {
      show(context, drawn);
    }
  };
  const firstDraw = await timed(async () => {
    await client.call('columns', [bytes], [bytes]);
    const { x, y } = await client.call('arrange', [axes, [0, 1, 2, 3, 4, 5]]);
    view = { xMin: x.home[0], xMax: x.home[1], yMin: y.home[0], yMax: y.home[1] };
    await draw(0, false);
    await nextFrame();
  });
  const framesPerSecond = await pan((shift) => draw(shift, true));
  const points = outline([view.xMin, view.xMax], [view.yMin, view.yMax]);
  const lasso = await timed(() =>
    client.call('select', [[{ operation: 'replace', shape: { kind: 'lasso', points } }], [], 'monetary'])
  );
  const cells = await timed(() => client.call('cells', [{ ...view, xMax: (view.xMin + view.xMax) / 2 }]));
  const heap = await heapBytes();
  client.close();
  canvas.remove();
  return { firstDraw, framesPerSecond, lasso, cells, heap };
}
