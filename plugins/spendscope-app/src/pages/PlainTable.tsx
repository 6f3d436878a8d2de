import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX, ReactNode } from 'react';

export interface PlainColumn<Row> {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  alignRight?: boolean;
  /** Long words that may break into lines. */
  wraps?: boolean;
}

interface PlainTableProps<Row> {
  /** What the table is, for screen readers. */
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  isChosen?: (row: Row) => boolean;
}

/** A table of a page: a few dozen rows, scrolled sideways by itself where the window is narrow. */
export function PlainTable<Row>({ label, columns, rows, keyOf, isChosen }: PlainTableProps<Row>): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard.
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, label: head, alignRight }) => (
              <th key={key} scope="col" className={alignRight ? styles.right : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={isChosen?.(row) ? styles.chosen : undefined}>
              {columns.map(({ key, cell, alignRight, wraps }) => (
                <td key={key} className={cx(alignRight && styles.right, wraps && styles.wraps)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'scroller' | 'table' | 'right' | 'wraps' | 'chosen', string> => ({
  // Relative: what only screen readers see would widen the page from a column out of view.
  scroller: css({ overflowX: 'auto', position: 'relative' }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
    },
    '& th': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    },
    '& tbody tr:last-child > *': { borderBottom: 'none' },
  }),
  right: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums' }),
  wraps: css({ '&&': { whiteSpace: 'normal' }, minWidth: 160, overflowWrap: 'anywhere' }),
  // Secondary text is too faint on it.
  chosen: css({ background: theme.colors.action.selected, '&& small': { color: theme.colors.text.primary } }),
});
