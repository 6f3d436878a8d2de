import { useMemo } from 'react';
import type { FullPoints } from '../full/useFullPoints';
import { useFullCells, useFullSelection } from '../full/useFullScene';
import { binPoints } from '../prepare/binPoints';
import { selectItems } from '../selection/selection';
import { summarizeSelection, type SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerState } from '../state/explorerState';
import type { ExplorerItems, ExplorerView } from '../types';

/** Cells along an axis when points are counted here, about as fine as the server's. */
const BINS = 96;

interface SelectedView {
  /** What is drawn, pointed at and counted beside the axes: the view's items, or the same counted into cells. */
  drawn: ExplorerItems;
  drawnMask?: Uint8Array;
  /** Positions of the isolated clusters in the view's list. */
  isolated: ReadonlySet<number>;
  summary?: SelectionSummary;
  /** Whether the summary is of what is selected now: the worker's answer takes its time. */
  current: boolean;
  /** Of what was drawn; isolated clusters alone have none. */
  bounds?: SelectionSummary['bounds'];
  /** Counts up with each selection that the worker holds, in full mode. */
  version: number;
}

/** Spend of the whole run comes with its customers. */
const spendColumn = (full: FullPoints | undefined): string | undefined =>
  full?.columns.find((column) => column.split('.').at(-1) === 'monetary');

/** Who is selected: looked up here among what the queries brought, by the worker among every customer. */
export function useSelectionSummary(
  view: ExplorerView,
  full: FullPoints | undefined,
  state: ExplorerState
): SelectedView {
  const selection = state.history.present;
  const fullCells = useFullCells(full, state.viewport);
  const binned = useMemo(
    () =>
      view.mode !== 'points' && view.items.kind === 'points' ? binPoints(view.items, view.x, view.y, BINS) : view.items,
    [view]
  );
  const drawn = fullCells ?? binned;
  const isolated = useMemo(
    () => new Set(view.clusters.flatMap(({ key }, index) => (state.isolated.has(key) ? [index] : []))),
    [view.clusters, state.isolated]
  );
  const drawnMask = useMemo(
    () => (full ? undefined : selectItems(drawn, selection, isolated)),
    [full, drawn, selection, isolated]
  );
  const ownSummary = useMemo(() => {
    if (full) {
      return undefined;
    }
    const mask = drawn === view.items ? drawnMask : selectItems(view.items, selection, isolated);
    return mask && summarizeSelection(view, mask);
  }, [full, view, drawn, drawnMask, selection, isolated]);
  const { summary: fullSummary, of, version } = useFullSelection(full, selection, isolated, spendColumn(full));
  const summary = full ? fullSummary : ownSummary;
  return {
    drawn,
    drawnMask,
    isolated,
    summary,
    current: !full || of === selection,
    bounds: selection.length > 0 ? summary?.bounds : undefined,
    version,
  };
}
