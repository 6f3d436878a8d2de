import { cx } from '@emotion/css';
import { Checkbox, Icon, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../i18n/t';
import { getGridStyles } from './AnomalyGrid.styles';
import { type AnomalyColumn, gridTemplate } from './anomalyColumns';
import type { RowSort, SortKey } from './sortRows';
import type { GridPosition } from './useGridKeys';

interface AnomalyHeaderProps {
  columns: readonly AnomalyColumn[];
  sort: RowSort;
  onSort: (key: SortKey) => void;
  position: GridPosition;
  selectedCount: number;
  rowCount: number;
  onSelectAll: () => void;
}

export function AnomalyHeader(props: AnomalyHeaderProps): JSX.Element {
  const { columns, sort, onSort, position, selectedCount, rowCount, onSelectAll } = props;
  const styles = useStyles2(getGridStyles);
  const content = ({ key, label, sort: sortKey }: AnomalyColumn): JSX.Element => {
    if (key === 'select') {
      return (
        <Checkbox
          tabIndex={-1}
          value={rowCount > 0 && selectedCount === rowCount}
          indeterminate={selectedCount > 0 && selectedCount < rowCount}
          onChange={onSelectAll}
          aria-label={t('anomalies.selectAll', 'Select all rows')}
        />
      );
    }
    if (!sortKey) {
      return <span>{label}</span>;
    }
    return (
      <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onSort(sortKey)}>
        {label}
        {sort.key === sortKey && <Icon size="sm" name={sort.direction === 'desc' ? 'arrow-down' : 'arrow-up'} />}
      </button>
    );
  };
  const sortOf = (key: SortKey | undefined): 'ascending' | 'descending' | undefined =>
    key === sort.key ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined;

  return (
    <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: gridTemplate(columns) }}>
      {columns.map((column, at) => (
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={at + 1}
          aria-sort={sortOf(column.sort)}
          data-cell={`-1:${at}`}
          tabIndex={position.row === -1 && position.column === at ? 0 : -1}
          className={cx(
            styles.cell,
            styles.headCell,
            column.alignRight && styles.right,
            column.key === 'actions' && styles.pinned
          )}
        >
          {content(column)}
        </div>
      ))}
    </div>
  );
}
