import { useCallback, useEffect, useRef, type Dispatch } from 'react';
import type { ExplorerAction } from '../state/explorerState';

/**
 * Applies a shape to the dashboard as soon as it is drawn and its figures are there. Returns the dispatch that the plot
 * is to use: shapes that come another way, from a link or by undoing, are not applied.
 */
export function useApplyOnRelease(
  on: boolean,
  dispatch: Dispatch<ExplorerAction>,
  /** Whether what is known is of the present selection. */
  current: boolean,
  apply: () => void
): Dispatch<ExplorerAction> {
  const waiting = useRef(false);
  useEffect(() => {
    if (waiting.current && current) {
      waiting.current = false;
      apply();
    }
  });
  return useCallback(
    (action) => {
      waiting.current ||= on && action.type === 'select';
      dispatch(action);
    },
    [on, dispatch]
  );
}
