import { useStyles2 } from '@grafana/ui';
import { useMemo, type JSX } from 'react';
import type { Extent, Viewport } from '../axis/viewport';
import type { FullPoints } from '../full/useFullPoints';
import type { ExplorerItems, ExplorerView } from '../types';
import { ClusterTable } from './ClusterTable';
import { PointsTable } from './PointsTable';
import { getTableStyles } from './table.styles';

interface PlotTablesProps {
  view: ExplorerView;
  /** In full mode cells of what is in view are drawn instead of the view's items. */
  full?: FullPoints;
  drawn: ExplorerItems;
  viewport?: Viewport;
  extent: Extent;
}

/** The plot as tables: its clusters, and the marks in view. */
export function PlotTables({ view, full, drawn, viewport, extent }: PlotTablesProps): JSX.Element {
  const styles = useStyles2(getTableStyles);
  const listed = useMemo(() => (full ? { ...view, items: drawn } : view), [view, full, drawn]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and by keyboard too
    <div className={styles.wrap} tabIndex={0}>
      <ClusterTable view={view} />
      <PointsTable view={listed} viewport={viewport ?? extent.home} />
    </div>
  );
}
