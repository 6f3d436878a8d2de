import { useStyles2 } from '@grafana/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type JSX, type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import type { LabelAct } from '../feedback/useFeedback';
import type { RowOffer } from '../interventions/rowStatus';
import { testIds } from '../testIds';
import type { RowContext } from './AnomalyCell';
import { getGridStyles, headHeight, rowHeight } from './AnomalyGrid.styles';
import { AnomalyGridRow } from './AnomalyGridRow';
import { AnomalyHeader } from './AnomalyHeader';
import { anomalyColumns, gridWidth, shownBy } from './anomalyColumns';
import type { AnomalyRow } from './anomalyRow';
import type { RowSort, SortKey } from './sortRows';
import { type GridPosition, useGridKeys } from './useGridKeys';
import { useHurry } from './useHurry';
import { useStableActs } from './useStableActs';

export interface AnomalyGridProps {
  label: string;
  /** Id of the sentence that sums the table up. */
  describedBy?: string;
  rows: readonly AnomalyRow[];
  /** Rows there are in all, where more can be loaded. */
  totalRows?: number;
  /** Another function draws every row anew. */
  contextOf: (row: AnomalyRow) => RowContext;
  selectable: boolean;
  withActions: boolean;
  withLabels: boolean;
  sort: RowSort;
  onSort: (key: SortKey) => void;
  selectedCount: number;
  onToggle: (row: AnomalyRow) => void;
  /** Ticks rows, too. */
  onExtend: (rows: readonly AnomalyRow[]) => void;
  onToggleAll: () => void;
  onClearSelection: () => void;
  onOffer: (offer: RowOffer, row: AnomalyRow) => void;
  onLabel: (act: LabelAct, row: AnomalyRow) => void;
  /** A row’s menu is open, or closed again. */
  onMenu: (open: boolean) => void;
  /** First and last row in or near view; must be stable. */
  onVisible: (first: number, last: number) => void;
  /** Ids of the rows that map and timeline point out. */
  marked?: ReadonlySet<string>;
  /** A row to bring into view, again whenever it is another object. */
  reveal?: { id: string };
  /** The keyboard or the pointer is on a row. */
  onPoint?: (row: AnomalyRow) => void;
  /** Opens a row beside the table; absent where it cannot. */
  onDetails?: (row: AnomalyRow) => void;
  /** ms since 1970, for the time left. */
  now: number;
  language: string;
  /** As Grafana names it; absent: the user's. */
  timeZone?: string;
}

const estimateSize = (): number => rowHeight;
const controls = 'button:not([disabled]), input, a[href]';

/** The virtualised grid of anomalies: one tab stop, every pointer act has a key. */
export function AnomalyGrid(props: AnomalyGridProps): JSX.Element {
  const { rows, contextOf, selectable, withActions, withLabels, onToggle, onOffer, onLabel, onClearSelection } = props;
  const { marked, reveal, onPoint, onDetails } = props;
  const withDetails = onDetails !== undefined;
  const styles = useStyles2(getGridStyles);
  const scroller = useRef<HTMLDivElement>(null);
  const { withMerchants, withAddresses } = useMemo(() => shownBy(rows), [rows]);
  const columns = useMemo(
    () => anomalyColumns({ selectable, withActions, withLabels, withMerchants, withAddresses, withDetails }),
    [selectable, withActions, withLabels, withMerchants, withAddresses, withDetails]
  );
  // Another function would have the virtualizer measure all rows anew.
  const getItemKey = useCallback((at: number) => rows[at]!.id, [rows]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the plugin is not built with React's compiler.
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 8,
    scrollPaddingStart: headHeight,
  });

  const cellAt = useCallback(
    ({ row, column }: GridPosition): HTMLElement | null | undefined =>
      scroller.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`),
    []
  );
  const wanted = useRef<GridPosition>();
  const onMove = useCallback(
    (position: GridPosition): void => {
      if (position.row >= 0) {
        virtualizer.scrollToIndex(position.row);
      }
      wanted.current = position;
      // The cell may come into being only with the next rendering. By then another key may lead elsewhere.
      requestAnimationFrame(() => wanted.current && cellAt(wanted.current)?.focus());
    },
    [cellAt, virtualizer]
  );
  const { position, moveTo, place, onKeyDown } = useGridKeys({
    rows: rows.length,
    columns: columns.length,
    page: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 400) / rowHeight) - 1),
    actionsColumn: columns.findIndex(({ key }) => key === 'actions'),
    onMove,
    onToggle: (row) => selectable && rows[row] && onToggle(rows[row]),
    onExtend: (start, end) => selectable && props.onExtend(rows.slice(Math.min(start, end), Math.max(start, end) + 1)),
    onEnter: (at) =>
      requestAnimationFrame(() => {
        const control = cellAt(at)?.querySelector<HTMLElement>(controls);
        if (columns[at.column]?.key === 'actions') {
          control?.focus();
        } else if (control) {
          control.click();
        } else if (rows[at.row]) {
          onDetails?.(rows[at.row]!);
        }
      }),
    verdictColumn: withLabels ? columns.findIndex(({ key }) => key === 'label') : -1,
    onVerdict: (row, verdict) => rows[row] && onLabel({ kind: 'verdict', verdict }, rows[row]),
    onDetails: (row) => rows[row] && onDetails?.(rows[row]),
    onEscape: onClearSelection,
  });
  const revealed = useRef<typeof reveal>();
  useEffect(() => {
    const at = reveal && revealed.current !== reveal ? rows.findIndex(({ id }) => id === reveal.id) : -1;
    revealed.current = reveal;
    if (at >= 0) {
      virtualizer.scrollToIndex(at, { align: 'center' });
      place({ row: at, column: 0 });
    }
  }, [reveal, rows, virtualizer, place]);

  const onKeyDownInGrid = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-cell]');
    if (cell && cell !== target) {
      moveInsideCell(event, cell, target);
    } else {
      onKeyDown(event);
    }
  };

  const { hurry, onScroll } = useHurry(5 * rowHeight);
  const acts = useStableActs({
    onToggle,
    onOffer,
    onLabel,
    onMenu: props.onMenu,
    onDetails: (row) => onDetails?.(row),
    onFocus: (row, at) => {
      onPoint?.(row);
      if (position.row !== at.row || position.column !== at.column) {
        moveTo(at);
      }
    },
  });

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const { onVisible } = props;
  useEffect(() => onVisible(first, last), [onVisible, first, last]);

  return (
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells hold the one tab stop.
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-rowcount={(props.totalRows ?? rows.length) + 1}
      aria-colcount={columns.length}
      aria-multiselectable={selectable || undefined}
      className={styles.scroller}
      data-testid={testIds.anomalyTable.root}
      onKeyDown={onKeyDownInGrid}
      onScroll={onScroll}
    >
      <div
        role="rowgroup"
        className={styles.inner}
        style={{ height: virtualizer.getTotalSize() + headHeight, minWidth: gridWidth(columns) }}
      >
        <AnomalyHeader
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          position={position}
          selectedCount={props.selectedCount}
          rowCount={rows.length}
          onSelectAll={props.onToggleAll}
        />
        {items.map((item) => {
          const row = rows[item.index]!;
          return (
            <AnomalyGridRow
              key={item.key}
              row={row}
              at={item.index}
              top={item.start + headHeight}
              columns={columns}
              contextOf={contextOf}
              selectable={selectable}
              marked={marked?.has(row.id) ?? false}
              tabStop={position.row === item.index ? position.column : undefined}
              withDetails={withDetails}
              hurry={hurry}
              acts={acts}
              now={props.now}
              language={props.language}
              timeZone={props.timeZone}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Inside a cell, left and right go from control to control, Escape goes back to the cell. */
function moveInsideCell(event: KeyboardEvent, cell: HTMLElement, target: HTMLElement): void {
  if (event.key === 'Escape') {
    event.stopPropagation();
    cell.focus();
    return;
  }
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step !== 0) {
    event.preventDefault();
    const all = [...cell.querySelectorAll<HTMLElement>(controls)];
    all[all.indexOf(target) + step]?.focus();
  }
}
