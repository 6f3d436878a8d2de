import { useState } from 'react';
import type { AnomalyRow } from './anomalyRow';

interface FrozenRows {
  shown: readonly AnomalyRow[];
  /** Rows that have arrived and are held back. */
  fresh: number;
  /** Shows them. */
  accept: () => void;
}

/** Holds arriving rows back while the user is at work on those shown, so that nothing jumps from under the pointer. */
export function useFrozenRows(rows: readonly AnomalyRow[], frozen: boolean): FrozenRows {
  const [shown, setShown] = useState(rows);
  if (!frozen && shown !== rows) {
    // While rendering, as React asks for state that follows props: no frame with the old rows is drawn.
    setShown(rows);
  }
  const current = frozen ? shown : rows;
  const known = new Set(current.map(({ id }) => id));
  const fresh = frozen ? rows.filter(({ id }) => !known.has(id)).length : 0;
  return { shown: current, fresh, accept: () => setShown(rows) };
}
