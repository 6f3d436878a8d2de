import { type KeyboardEvent, useCallback, useState } from 'react';
import type { Verdict } from '../feedback/labelWords';

/** Row -1 is the header. */
export interface GridPosition {
  row: number;
  column: number;
}

interface GridKeysOptions {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down pass. */
  page: number;
  /** Where `a` leads: the column of actions, or none. */
  actionsColumn: number;
  onMove: (position: GridPosition) => void;
  onToggle: (row: number) => void;
  /** Ticks both rows too, on the way from one to its neighbour. */
  onExtend: (from: number, to: number) => void;
  onEnter: (position: GridPosition) => void;
  /** The column of labels, or none: where there is one, `t` and `f` give a verdict. */
  verdictColumn: number;
  onVerdict: (row: number, verdict: Verdict) => void;
  /** Opens the row beside the table. */
  onDetails: (row: number) => void;
  onEscape: () => void;
}

interface GridKeys {
  position: GridPosition;
  moveTo: (position: GridPosition) => void;
  /** Where Tab leads to from now on, without going there. */
  place: (position: GridPosition) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const verdictKeys: Readonly<Record<string, Verdict>> = { t: 'true_positive', f: 'false_positive' };

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

function moved(
  { row, column }: GridPosition,
  event: KeyboardEvent,
  options: GridKeysOptions
): GridPosition | undefined {
  const lastRow = options.rows - 1;
  const lastColumn = options.columns - 1;
  const wholeGrid = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + options.page, column };
    case 'PageUp':
      return { row: Math.max(row - options.page, 0), column };
    case 'Home':
      return { row: wholeGrid ? 0 : row, column: 0 };
    case 'End':
      return { row: wholeGrid ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}

/**
 * Keys of a grid with one tab stop (WAI-ARIA grid pattern): arrows, Home, End, Page Up and Down move, with Shift ticking the rows; Space selects;
 * Enter goes into the cell; `a` goes to the row's actions; `d` opens the row beside the table; `t` and `f` label a true or false positive; Escape leaves the cell or clears the selection. Keys with
 * Alt, and those pressed inside a cell's own control, are left alone.
 */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const [position, setPosition] = useState<GridPosition>({ row: 0, column: 0 });

  const moveTo = useCallback(
    (next: GridPosition): void => {
      const inside = {
        row: clamp(next.row, -1, options.rows - 1),
        column: clamp(next.column, 0, options.columns - 1),
      };
      setPosition(inside);
      options.onMove(inside);
    },
    [options]
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) {
      return;
    }
    const next = moved(position, event, options);
    if (next) {
      event.preventDefault();
      if (event.shiftKey && next.row !== position.row && position.row >= 0) {
        options.onExtend(position.row, clamp(next.row, 0, options.rows - 1));
      }
      moveTo(next);
      return;
    }
    const act = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const verdict = verdictKeys[event.key];
    const plain = !event.ctrlKey && !event.metaKey && position.row >= 0;
    if (event.key === ' ' && position.row >= 0) {
      act();
      options.onToggle(position.row);
    } else if (event.key === 'Enter') {
      act();
      options.onEnter(position);
    } else if (event.key === 'a' && plain && options.actionsColumn >= 0) {
      act();
      moveTo({ row: position.row, column: options.actionsColumn });
      options.onEnter({ row: position.row, column: options.actionsColumn });
    } else if (event.key === 'd' && plain) {
      act();
      options.onDetails(position.row);
    } else if (verdict && plain && options.verdictColumn >= 0) {
      act();
      options.onVerdict(position.row, verdict);
    } else if (event.key === 'Escape') {
      options.onEscape();
    }
  };

  return { position, moveTo, place: setPosition, onKeyDown };
}
