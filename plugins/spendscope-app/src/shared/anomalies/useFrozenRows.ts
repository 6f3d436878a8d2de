import { useMemo, useState } from 'react';
import type { AnomalyRow } from './anomalyRow';

interface FrozenRows {
  shown: readonly AnomalyRow[];
  /** Rows that have arrived and are held back. */
  fresh: readonly AnomalyRow[];
  /** Shows them. */
  accept: () => void;
}

const none: readonly AnomalyRow[] = [];

/** Holds arriving rows back while the user is at work on those shown, so that nothing jumps from under the pointer. */
export function useFrozenRows(rows: readonly AnomalyRow[], frozen: boolean): FrozenRows {
  const [shown, setShown] = useState(rows);
  if (!frozen && shown !== rows) {
    // While rendering, as React asks for state that follows props: no frame with the old rows is drawn.
    setShown(rows);
  }
  const current = frozen ? shown : rows;
  const fresh = useMemo(() => {
    if (current === rows) {
      return none;
    }
    const known = new Set(current.map(({ id }) => id));
    return rows.filter(({ id }) => !known.has(id));
  }, [current, rows]);
  return { shown: current, fresh, accept: () => setShown(rows) };
}
