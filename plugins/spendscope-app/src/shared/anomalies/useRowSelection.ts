import { useCallback, useState } from 'react';
import type { AnomalyRow } from './anomalyRow';

/** The API takes so many at once. */
const mostSelected = 100;

export interface RowSelection {
  ids: ReadonlySet<string>;
  toggle: (row: AnomalyRow) => void;
  /** Ticks rows, too. */
  extend: (rows: readonly AnomalyRow[]) => void;
  /** Ticks the first of the rows, or none where any is ticked. */
  toggleAll: (rows: readonly AnomalyRow[]) => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Which rows are ticked, at most a hundred. */
export function useRowSelection(): RowSelection {
  const [ids, setIds] = useState(none);
  const toggle = useCallback(
    ({ id }: AnomalyRow) =>
      setIds((previous) => {
        const next = new Set(previous);
        if (!next.delete(id) && next.size < mostSelected) {
          next.add(id);
        }
        return next;
      }),
    []
  );
  const extend = useCallback(
    (rows: readonly AnomalyRow[]) =>
      setIds((previous) => new Set([...previous, ...rows.map(({ id }) => id)].slice(0, mostSelected))),
    []
  );
  const clear = useCallback(() => setIds(none), []);
  const toggleAll = (rows: readonly AnomalyRow[]): void =>
    setIds((previous) => (previous.size > 0 ? none : new Set(rows.slice(0, mostSelected).map(({ id }) => id))));
  return { ids, toggle, extend, toggleAll, clear };
}
