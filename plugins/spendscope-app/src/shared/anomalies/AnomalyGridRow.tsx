import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { type JSX, memo, useState } from 'react';
import { testIds } from '../testIds';
import { AnomalyCell, type RowContext } from './AnomalyCell';
import { getGridStyles } from './AnomalyGrid.styles';
import { type AnomalyColumn, type ColumnKey, gridTemplate } from './anomalyColumns';
import type { AnomalyRow } from './anomalyRow';
import type { RowActs } from './useStableActs';

interface AnomalyGridRowProps {
  row: AnomalyRow;
  /** Its place in the table, from 0. */
  at: number;
  /** px */
  top: number;
  columns: readonly AnomalyColumn[];
  contextOf: (row: AnomalyRow) => RowContext;
  selectable: boolean;
  /** Whether map or timeline point at it. */
  marked: boolean;
  /** The column that Tab leads to, if it is in this row. */
  tabStop?: number;
  withDetails: boolean;
  /** Whether rows fly past: those that come show what they say, what can be pressed follows. */
  hurry: boolean;
  /** The same object at each rendering. */
  acts: RowActs;
  now: number;
  language: string;
  timeZone?: string;
}

/** Columns that hold nothing but what can be pressed: costly to draw. */
const pressed: ReadonlySet<ColumnKey> = new Set(['select', 'label', 'actions']);

function GridRow(props: AnomalyGridRowProps): JSX.Element {
  const { row, at, top, columns, contextOf, selectable, marked, tabStop, hurry, acts } = props;
  const [whole, setWhole] = useState(!hurry);
  if (!whole && (!hurry || tabStop !== undefined)) {
    // While rendering: what has once been shown stays.
    setWhole(true);
  }
  const styles = useStyles2(getGridStyles);
  const context = contextOf(row);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selectable ? context.selected : undefined}
      aria-current={marked || undefined}
      data-testid={testIds.anomalyTable.row(row.id)}
      className={cx(styles.row, context.selected && styles.selected, marked && styles.marked)}
      style={{ top, gridTemplateColumns: gridTemplate(columns) }}
    >
      {columns.map(({ key, alignRight }, column) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={column + 1}
          data-cell={`${at}:${column}`}
          tabIndex={tabStop === column ? 0 : -1}
          onFocus={(event) => event.target === event.currentTarget && acts.onFocus(row, { row: at, column })}
          className={cx(
            styles.cell,
            alignRight && styles.right,
            key === 'actions' && styles.actions,
            key === 'actions' && styles.pinned
          )}
        >
          {(whole || !pressed.has(key)) && (
            <AnomalyCell
              column={key}
              row={row}
              context={context}
              now={props.now}
              language={props.language}
              timeZone={props.timeZone}
              onSelect={() => acts.onToggle(row)}
              onOffer={(offer) => acts.onOffer(offer, row)}
              onLabel={(act) => acts.onLabel(act, row)}
              onMenu={acts.onMenu}
              onDetails={whole && props.withDetails ? () => acts.onDetails(row) : undefined}
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** One row of the grid, drawn anew only when something that it shows has changed: scrolling draws those that come. */
export const AnomalyGridRow = memo(GridRow);
