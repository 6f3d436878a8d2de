import { colorManipulator } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState, type JSX } from 'react';
import type { Size, Viewport } from '../axis/viewport';
import { markStyles } from '../drawing/markStyles';
import type { ExplorerCluster } from '../types';
import type { Drawn } from './engine/FullEngine';
import type { Rgb } from './engine/colorPixels';
import type { FullPoints } from './useFullPoints';

interface FullCanvasProps {
  points: FullPoints;
  clusters: readonly ExplorerCluster[];
  /** Of the selection that the worker holds. */
  version: number;
  viewport: Viewport;
  size: Size;
  highlighted?: number;
  onError: (message: string) => void;
}

/** A view that changed within this is moving: it is drawn coarser, and again when it rests, ms. */
const restMs = 120;

function rgbOf(color: string): Rgb {
  const { values } = colorManipulator.decomposeColor(color);
  return [Number(values[0]), Number(values[1]), Number(values[2])];
}

function show(canvas: HTMLCanvasElement, { pixels, width, height }: Drawn): void {
  const context = canvas.getContext('2d');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context?.putImageData(new ImageData(pixels as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
}

/** Every customer counted into its pixel by the worker. Decoration to assistive technology, as all marks. */
export function FullCanvas(props: FullCanvasProps): JSX.Element {
  const { points, clusters, version, viewport, size, highlighted, onError } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme2();
  const colors = useMemo(() => {
    const marks = markStyles(clusters, theme).map(({ color }) => rgbOf(color));
    // Customers without a cluster come last, whether there are any or not.
    return [...marks, rgbOf(theme.colors.text.secondary)];
  }, [clusters, theme]);
  const [rested, setRested] = useState(viewport);
  useEffect(() => {
    const timer = setTimeout(() => setRested(viewport), restMs);
    return () => clearTimeout(timer);
  }, [viewport]);
  const moving = rested !== viewport;

  useEffect(() => {
    const ratio = window.devicePixelRatio || 1;
    let current = true;
    points.client
      .draw({
        viewport,
        size: { width: Math.round(size.width * ratio), height: Math.round(size.height * ratio) },
        colors,
        highlighted,
        moving,
      })
      .then((drawn) => {
        // A frame of a moving view is worth showing though the next is asked for already.
        if (drawn && canvas.current && (current || moving)) {
          show(canvas.current, drawn);
        }
      })
      .catch((error: unknown) => onError(error instanceof Error ? error.message : String(error)));
    return () => {
      current = false;
    };
  }, [points, version, viewport, size, colors, highlighted, moving, onError]);

  return (
    <canvas
      ref={canvas}
      aria-hidden="true"
      style={{
        position: 'absolute',
        inset: 0,
        width: size.width,
        height: size.height,
        imageRendering: 'pixelated',
      }}
    />
  );
}
