import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useRef, type JSX } from 'react';
import type { Size, Viewport } from '../axis/viewport';
import { densityCells } from '../drawing/densityCells';
import { drawDensity, drawPoints } from '../drawing/drawPlot';
import { markStyles } from '../drawing/markStyles';
import { shuffledOrder } from '../drawing/shuffledOrder';
import type { ExplorerCluster, ExplorerItems } from '../types';

interface PlotCanvasProps {
  items: ExplorerItems;
  clusters: readonly ExplorerCluster[];
  mask?: Uint8Array;
  viewport: Viewport;
  size: Size;
  /** How many times closer than at first. */
  zoomed: number;
  highlighted?: number;
}

/** The marks themselves. Decoration to assistive technology: the plot around it has the words. */
export function PlotCanvas(props: PlotCanvasProps): JSX.Element {
  const { items, clusters, mask, viewport, size, zoomed, highlighted } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme2();
  const marks = useMemo(() => markStyles(clusters, theme), [clusters, theme]);
  const order = useMemo(() => shuffledOrder(items.kind === 'points' ? items.length : 0), [items]);
  const cells = useMemo(() => (items.kind === 'cells' ? densityCells(items, mask) : []), [items, mask]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) {
      return;
    }
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.scale(ratio, ratio);
    const drawing = { context, size, viewport, marks, highlighted };
    if (items.kind === 'cells') {
      drawDensity(drawing, cells, { width: items.cellWidth, height: items.cellHeight });
    } else {
      drawPoints(drawing, items, order, { mask, zoomed });
    }
  }, [items, cells, order, mask, marks, viewport, size, zoomed, highlighted]);

  return (
    <canvas
      ref={canvas}
      aria-hidden="true"
      style={{ position: 'absolute', inset: 0, width: size.width, height: size.height }}
    />
  );
}
