import type { Selection } from './selection';

/** Steps that undo can go back. */
export const HISTORY_LIMIT = 20;

export interface SelectionHistory {
  past: readonly Selection[];
  present: Selection;
  future: readonly Selection[];
}

export const emptyHistory: SelectionHistory = { past: [], present: [], future: [] };

export function remember(history: SelectionHistory, next: Selection): SelectionHistory {
  if (next.length === 0 && history.present.length === 0) {
    return history;
  }
  return { past: [...history.past, history.present].slice(-HISTORY_LIMIT), present: next, future: [] };
}

export function undo(history: SelectionHistory): SelectionHistory {
  const previous = history.past.at(-1);
  return previous === undefined
    ? history
    : { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

export function redo(history: SelectionHistory): SelectionHistory {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future };
}
