import type { Viewport } from '../axis/viewport';
import type { Selection } from '../selection/selection';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { AxisChoice, ExplorerItems } from '../types';
import type { DrawRequest, Drawn, FullScene } from './engine/FullEngine';

/** What the page asks of the worker, and what it is answered: one message each, told apart by a number. */
export interface FullCalls {
  /** Packed columns, which the worker keeps; clusters among them are set too. */
  columns: (bytes: ArrayBuffer) => void;
  /** A packed column of who passes a filter; without one, everybody does. Seen with the next arrangement. */
  matching: (bytes?: ArrayBuffer) => void;
  /** @param clusterKeys numbers of clusters, in the order in which the page lists them */
  arrange: (axes: Record<'x' | 'y', AxisChoice>, clusterKeys: readonly number[]) => FullScene;
  draw: (request: DrawRequest) => Drawn;
  cells: (viewport: Viewport) => ExplorerItems;
  select: (
    selection: Selection,
    isolated: readonly number[],
    spendField: string | undefined
  ) => SelectionSummary | undefined;
}

export interface Call {
  id: number;
  name: keyof FullCalls;
  args: unknown[];
}

export type Reply = { id: number; result: unknown } | { id: number; error: string };
