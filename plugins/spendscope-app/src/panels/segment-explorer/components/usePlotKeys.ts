import type { Box, Point } from '@spendscope/contracts';
import type { Dispatch, KeyboardEvent } from 'react';
import type { Extent, Size, Viewport } from '../axis/viewport';
import { findItem, itemBox } from '../selection/findItem';
import { crosshairStep, type ExplorerAction, type ExplorerState } from '../state/explorerState';
import type { ExplorerItems } from '../types';
import { operationOf } from './usePlotGestures';

const KEY_FACTOR = 1.4;
/** Cells that an arrow goes with Shift. */
const STRIDE = 10;
const directions: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

interface PlotKeysInput {
  state: ExplorerState;
  items: ExplorerItems;
  viewport: Viewport;
  extent: Extent;
  size: Size;
  dispatch: Dispatch<ExplorerAction>;
  /** A shape is being drawn with the pointer. */
  drawing: boolean;
  cancelDrawing: () => void;
  focusLegend: () => void;
}

interface PlotKeys {
  crosshair?: Point;
  /** What the crosshair covers: the cell it is on, or the box that is being sized. */
  box?: Box;
  onKeyDown: (event: KeyboardEvent) => void;
}

function snap(items: ExplorerItems, [x, y]: Point): Point {
  if (items.kind === 'points' || items.length === 0) {
    return [x, y];
  }
  const [x0, y0] = [items.x[0]!, items.y[0]!];
  return [
    x0 + Math.round((x - x0) / items.cellWidth) * items.cellWidth,
    y0 + Math.round((y - y0) / items.cellHeight) * items.cellHeight,
  ];
}

function boxBetween([x1, y1]: Point, [x2, y2]: Point, step: Size): Box {
  return {
    xMin: Math.min(x1, x2) - step.width / 2,
    xMax: Math.max(x1, x2) + step.width / 2,
    yMin: Math.min(y1, y2) - step.height / 2,
    yMax: Math.max(y1, y2) + step.height / 2,
  };
}

/** Every act of the pointer, by key. Handled keys stop here, so that Grafana's own shortcuts stay silent. */
export function usePlotKeys(input: PlotKeysInput): PlotKeys {
  const { state, items, viewport, extent, size, dispatch } = input;
  const step = crosshairStep(viewport, { width: items.cellWidth, height: items.cellHeight });
  const middle: Point = [(viewport.xMin + viewport.xMax) / 2, (viewport.yMin + viewport.yMax) / 2];
  const at = state.crosshair ?? snap(items, middle);
  const box = state.crosshair && boxBetween(state.boxAnchor ?? at, at, step);

  const select = (event: KeyboardEvent): void => {
    const item = findItem(items, at, viewport, size);
    const chosen = state.boxAnchor ? box : item === undefined ? undefined : itemBox(items, item);
    if (chosen) {
      dispatch({ type: 'select', step: { operation: operationOf(event), shape: { kind: 'box', box: chosen } } });
    }
  };

  /** Only the top-most thing: a shape being drawn, then the box being sized, then the selection. */
  const escape = (): boolean => {
    if (input.drawing) {
      input.cancelDrawing();
    } else if (state.boxAnchor) {
      dispatch({ type: 'boxAnchor', at: undefined });
    } else if (state.history.present.length > 0 || state.isolated.size > 0) {
      dispatch({ type: 'clear' });
    } else {
      return false;
    }
    return true;
  };

  const move = ([dx, dy]: Point): void => {
    const to: Point = state.crosshair ? [at[0] + dx * step.width, at[1] + dy * step.height] : at;
    const { whole } = extent;
    dispatch({
      type: 'crosshair',
      extent,
      to: [Math.min(Math.max(to[0], whole.xMin), whole.xMax), Math.min(Math.max(to[1], whole.yMin), whole.yMax)],
    });
  };

  const handle = (event: KeyboardEvent): boolean => {
    const direction = directions[event.key];
    if (direction) {
      const stride = event.shiftKey ? STRIDE : 1;
      move([direction[0] * stride, direction[1] * stride]);
      return true;
    }
    if (event.ctrlKey || event.metaKey) {
      const back = event.key.toLowerCase() === 'z';
      if (back || event.key.toLowerCase() === 'y') {
        dispatch({ type: back && !event.shiftKey ? 'undo' : 'redo' });
        return true;
      }
      return false;
    }
    const acts: Record<string, () => void> = {
      '+': () => dispatch({ type: 'zoom', extent, factor: KEY_FACTOR, centre: state.crosshair }),
      '=': () => dispatch({ type: 'zoom', extent, factor: KEY_FACTOR, centre: state.crosshair }),
      '-': () => dispatch({ type: 'zoom', extent, factor: 1 / KEY_FACTOR, centre: state.crosshair }),
      '0': () => dispatch({ type: 'resetView' }),
      Enter: () => select(event),
      b: () => {
        dispatch({ type: 'crosshair', extent, to: at });
        dispatch({ type: 'boxAnchor', at: state.boxAnchor ? undefined : at });
      },
      l: input.focusLegend,
      t: () => dispatch({ type: 'table' }),
    };
    const act = acts[event.key];
    act?.();
    return act !== undefined;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' ? escape() : handle(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return { crosshair: state.crosshair, box, onKeyDown };
}
