import type { Point, SelectionOperation, Shape } from '@spendscope/contracts';
import { useEffect, useRef, useState, type Dispatch, type PointerEvent, type RefObject } from 'react';
import { fromPixel, type Extent, type Size, type Viewport } from '../axis/viewport';
import { findItem, itemBox } from '../selection/findItem';
import type { ExplorerAction, Tool } from '../state/explorerState';
import type { ExplorerItems } from '../types';
import { Pinch, type Pinched } from './pinch';

/** Less movement than this is a click, px. */
const CLICK = 4;
/** Corners of a lasso closer than this are left out, px. */
const CORNER = 3;
const WHEEL_FACTOR = 1.2;

export interface Draft {
  shape: Shape;
  operation: SelectionOperation;
}

interface Drag {
  start: Point;
  /** Pixels, for a lasso's corners. */
  path: Point[];
  operation: SelectionOperation;
  moved: boolean;
}

interface PlotGestures {
  draft?: Draft;
  /** Where the pointer rests, px. */
  pointer?: Point;
  /** The wheel was turned over a plot without focus: it scrolled the page. */
  wheelHint: boolean;
  cancel: () => void;
  handlers: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerLeave' | 'onPointerCancel',
    (event: PointerEvent<HTMLElement>) => void
  >;
}

interface PlotGesturesInput {
  surface: RefObject<HTMLElement | null>;
  tool: Tool;
  items: ExplorerItems;
  viewport: Viewport;
  extent: Extent;
  size: Size;
  dispatch: Dispatch<ExplorerAction>;
}

/** Shift adds, Alt subtracts, neither begins anew. */
export function operationOf(event: { shiftKey: boolean; altKey: boolean }): SelectionOperation {
  return event.altKey ? 'subtract' : event.shiftKey ? 'add' : 'replace';
}

function pixelOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function shapeOf(tool: Tool, path: readonly Point[], toPlane: (pixel: Point) => Point): Shape {
  const points = path.map(toPlane);
  if (tool === 'lasso') {
    return { kind: 'lasso', points };
  }
  const [x1, y1] = points[0]!;
  const [x2, y2] = points.at(-1)!;
  return {
    kind: 'box',
    box: { xMin: Math.min(x1, x2), xMax: Math.max(x1, x2), yMin: Math.min(y1, y2), yMax: Math.max(y1, y2) },
  };
}

/** Pan, box, lasso, click, wheel and two fingers on the plot's surface. */
export function usePlotGestures(input: PlotGesturesInput): PlotGestures {
  const { tool, items, viewport, extent, size, dispatch } = input;
  const drag = useRef<Drag>();
  const pinch = useRef(new Pinch());
  const [draft, setDraft] = useState<Draft>();
  const [pointer, setPointer] = useState<Point>();
  const wheelHint = useWheelZoom(input);
  const toPlane = (pixel: Point): Point => fromPixel(viewport, size, pixel);

  const cancel = (): void => {
    drag.current = undefined;
    setDraft(undefined);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) {
      return;
    }
    const start = pixelOf(event);
    if (event.pointerType === 'touch') {
      pinch.current.down(event.pointerId, start);
      if (pinch.current.active) {
        cancel();
        return;
      }
    }
    // jsdom has no pointer capture.
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { start, path: [start], operation: operationOf(event), moved: false };
  };

  const pinched = ({ factor, centre, shift }: Pinched): void => {
    const [from, to] = [toPlane([centre[0] - shift[0], centre[1] - shift[1]]), toPlane(centre)];
    dispatch({ type: 'pan', extent, dx: from[0] - to[0], dy: from[1] - to[1] });
    dispatch({ type: 'zoom', extent, centre: from, factor });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const at = pixelOf(event);
    const two = pinch.current.move(event.pointerId, at);
    if (two) {
      pinched(two);
      return;
    }
    const current = drag.current;
    if (!current) {
      setPointer(at);
      return;
    }
    const last = current.path.at(-1)!;
    const [dx, dy] = [at[0] - last[0], at[1] - last[1]];
    current.moved ||= Math.hypot(at[0] - current.start[0], at[1] - current.start[1]) >= CLICK;
    if (!current.moved) {
      return;
    }
    setPointer(undefined);
    if (tool === 'pan') {
      current.path = [at];
      const [from, to] = [toPlane(last), toPlane(at)];
      dispatch({ type: 'pan', extent, dx: from[0] - to[0], dy: from[1] - to[1] });
    } else if (Math.hypot(dx, dy) >= CORNER) {
      current.path = tool === 'lasso' ? [...current.path, at] : [current.start, at];
      setDraft({ shape: shapeOf(tool, current.path, toPlane), operation: current.operation });
    }
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    pinch.current.up(event.pointerId);
    const current = drag.current;
    cancel();
    if (!current) {
      return;
    }
    // While panning, clicks belong to the double click that resets the view.
    if (tool === 'pan') {
      return;
    }
    if (!current.moved) {
      const item = findItem(items, toPlane(current.start), viewport, size);
      if (item !== undefined) {
        const shape: Shape = { kind: 'box', box: itemBox(items, item) };
        dispatch({ type: 'select', step: { operation: current.operation, shape } });
      }
    } else if (current.path.length > 1) {
      dispatch({
        type: 'select',
        step: { operation: current.operation, shape: shapeOf(tool, current.path, toPlane) },
      });
    }
  };

  return {
    draft,
    pointer,
    wheelHint,
    cancel,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerLeave: () => setPointer(undefined),
      onPointerCancel: (event) => {
        pinch.current.up(event.pointerId);
        cancel();
      },
    },
  };
}

/**
 * The wheel zooms a focused plot, or any with Ctrl; otherwise it goes on scrolling the dashboard. React's own wheel
 * listeners are passive and could not keep the page still.
 */
function useWheelZoom({ surface, viewport, extent, size, dispatch }: PlotGesturesInput): boolean {
  const [hint, setHint] = useState(false);
  useEffect(() => {
    const element = surface.current;
    if (!element) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) {
        setHint(true);
        clearTimeout(timer);
        timer = setTimeout(() => setHint(false), 1500);
        return;
      }
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const centre = fromPixel(viewport, size, [event.clientX - left, event.clientY - top]);
      dispatch({ type: 'zoom', extent, centre, factor: event.deltaY < 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('wheel', onWheel);
    };
  }, [surface, viewport, extent, size, dispatch]);
  return hint;
}
