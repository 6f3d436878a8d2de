import { useCallback, useState } from 'react';
import type { AnomalyRow } from '../anomalyRow';

export interface LinkedRows {
  /** Ids of the rows that table, map and timeline point out. */
  marked: ReadonlySet<string>;
  /** The row that the table brings into view, a new object whenever it shall. */
  reveal?: { id: string };
  /** From a picture: the first of the rows comes into view. */
  mark: (ids: readonly string[]) => void;
  /** From the table, which shows the row already. */
  point: (row: AnomalyRow) => void;
}

interface State {
  marked: ReadonlySet<string>;
  reveal?: { id: string };
}

const none: State = { marked: new Set() };

/** Which rows are pointed out, wherever that was asked for. */
export function useLinkedRows(): LinkedRows {
  const [state, setState] = useState(none);
  const mark = useCallback(
    (ids: readonly string[]) =>
      setState({ marked: new Set(ids), ...(ids[0] === undefined ? {} : { reveal: { id: ids[0] } }) }),
    []
  );
  const point = useCallback(
    ({ id }: AnomalyRow) =>
      setState((previous) =>
        previous.marked.size === 1 && previous.marked.has(id) ? previous : { ...previous, marked: new Set([id]) }
      ),
    []
  );
  return { ...state, mark, point };
}
