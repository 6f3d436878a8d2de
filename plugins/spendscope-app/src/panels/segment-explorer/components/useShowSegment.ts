import type { SavedSegment } from '@spendscope/contracts';
import type { Dispatch } from 'react';
import { stepsOf } from '../selection/customerSelection';
import type { ExplorerAction } from '../state/explorerState';
import type { AxisChoice, ExplorerView } from '../types';

/** Draws a saved segment again: its axes, shapes and clusters. */
export function useShowSegment(
  view: ExplorerView,
  dispatch: Dispatch<ExplorerAction>,
  onAxis: (axis: 'x' | 'y', choice: AxisChoice) => void
): (segment: SavedSegment) => void {
  return ({ selection }) => {
    for (const axis of ['x', 'y'] as const) {
      const wanted = selection.axes?.[axis];
      if (wanted && (wanted.field !== view[axis].column || wanted.scale !== view[axis].scale)) {
        onAxis(axis, wanted);
      }
    }
    dispatch({ type: 'restore', steps: stepsOf(selection), isolated: (selection.clusters ?? []).map(String) });
  };
}
