import type { Point, SelectionStep } from '@spendscope/contracts';
import type { Extent, Size, Viewport } from '../axis/viewport';
import { follow, pan, zoom } from '../axis/viewport';
import { emptyHistory, redo, remember, undo, type SelectionHistory } from '../selection/history';
import { addStep } from '../selection/selection';

export type Tool = 'pan' | 'box' | 'lasso';

export interface ExplorerState {
  tool: Tool;
  /** Undefined shows where one starts, also after the data grew. */
  viewport?: Viewport;
  history: SelectionHistory;
  /** Keys of clusters: they outlive a refresh, positions in a list do not. */
  isolated: ReadonlySet<string>;
  /** Keyboard's place on the plot, in the columns' scales. */
  crosshair?: Point;
  /** Opposite corner of a box that arrows are sizing. */
  boxAnchor?: Point;
  table: boolean;
}

export const initialState: ExplorerState = {
  tool: 'lasso',
  history: emptyHistory,
  isolated: new Set(),
  table: false,
};

export type ExplorerAction =
  | { type: 'tool'; tool: Tool }
  | { type: 'zoom'; extent: Extent; factor: number; centre?: Point }
  | { type: 'pan'; extent: Extent; dx: number; dy: number }
  | { type: 'resetView' }
  | { type: 'showAll'; extent: Extent }
  | { type: 'select'; step: SelectionStep }
  /** A saved selection, drawn again. */
  | { type: 'restore'; steps: readonly SelectionStep[]; isolated: readonly string[] }
  | { type: 'clear' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'isolate'; key: string; several: boolean }
  | { type: 'crosshair'; extent: Extent; to: Point }
  | { type: 'boxAnchor'; at: Point | undefined }
  | { type: 'table' }
  /** Other axes: places on the plane mean something else now. */
  | { type: 'otherAxes' };

function isolate(isolated: ReadonlySet<string>, key: string, several: boolean): ReadonlySet<string> {
  if (!several) {
    return isolated.size === 1 && isolated.has(key) ? new Set() : new Set([key]);
  }
  const next = new Set(isolated);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}

function reduceView(state: ExplorerState, action: ExplorerAction): ExplorerState | undefined {
  switch (action.type) {
    case 'zoom': {
      const { whole, home } = action.extent;
      const from = state.viewport ?? home;
      const centre = action.centre ?? [(from.xMin + from.xMax) / 2, (from.yMin + from.yMax) / 2];
      return { ...state, viewport: zoom(from, whole, centre, action.factor) };
    }
    case 'pan': {
      const { whole, home } = action.extent;
      return { ...state, viewport: pan(state.viewport ?? home, whole, action.dx, action.dy) };
    }
    case 'resetView':
      return { ...state, viewport: undefined };
    case 'showAll':
      return { ...state, viewport: action.extent.whole };
    case 'tool':
      return { ...state, tool: action.tool };
    case 'table':
      return { ...state, table: !state.table };
    case 'crosshair': {
      const { whole, home } = action.extent;
      const from = state.viewport ?? home;
      const viewport = follow(from, whole, action.to);
      return { ...state, crosshair: action.to, viewport: viewport === from ? state.viewport : viewport };
    }
    case 'boxAnchor':
      return { ...state, boxAnchor: action.at };
    default:
      return undefined;
  }
}

function reduceSelection(state: ExplorerState, action: ExplorerAction): ExplorerState {
  switch (action.type) {
    case 'select':
      return {
        ...state,
        boxAnchor: undefined,
        history: remember(state.history, addStep(state.history.present, action.step)),
      };
    case 'restore':
      return {
        ...state,
        boxAnchor: undefined,
        isolated: new Set(action.isolated),
        history: remember(state.history, action.steps),
      };
    case 'clear':
      return { ...state, boxAnchor: undefined, isolated: new Set(), history: remember(state.history, []) };
    case 'undo':
      return { ...state, history: undo(state.history) };
    case 'redo':
      return { ...state, history: redo(state.history) };
    case 'isolate':
      return { ...state, isolated: isolate(state.isolated, action.key, action.several) };
    case 'otherAxes':
      return { ...state, viewport: undefined, crosshair: undefined, boxAnchor: undefined, history: emptyHistory };
    default:
      return state;
  }
}

/** The explorer's state after an act of the user; pure. */
export function reduceExplorer(state: ExplorerState, action: ExplorerAction): ExplorerState {
  return reduceView(state, action) ?? reduceSelection(state, action);
}

/** How far one press of an arrow moves the crosshair: a cell, or a fiftieth of what is in view. */
export function crosshairStep(viewport: Viewport, cell: Size): Size {
  return {
    width: cell.width || (viewport.xMax - viewport.xMin) / 50,
    height: cell.height || (viewport.yMax - viewport.yMin) / 50,
  };
}
