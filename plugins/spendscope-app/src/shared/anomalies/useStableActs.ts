import { useLayoutEffect, useMemo, useRef } from 'react';
import type { LabelAct } from '../feedback/useFeedback';
import type { RowOffer } from '../interventions/rowStatus';
import type { AnomalyRow } from './anomalyRow';
import type { GridPosition } from './useGridKeys';

/** What can be done in a row. */
export interface RowActs {
  onToggle: (row: AnomalyRow) => void;
  onOffer: (offer: RowOffer, row: AnomalyRow) => void;
  onLabel: (act: LabelAct, row: AnomalyRow) => void;
  onMenu: (open: boolean) => void;
  onDetails: (row: AnomalyRow) => void;
  onFocus: (row: AnomalyRow, at: GridPosition) => void;
}

/** The acts as one object for good, which always does what was given last: rows need not be drawn anew for them. */
export function useStableActs(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      onToggle: (row) => latest.current.onToggle(row),
      onOffer: (offer, row) => latest.current.onOffer(offer, row),
      onLabel: (act, row) => latest.current.onLabel(act, row),
      onMenu: (open) => latest.current.onMenu(open),
      onDetails: (row) => latest.current.onDetails(row),
      onFocus: (row, at) => latest.current.onFocus(row, at),
    }),
    []
  );
}
