import { useStyles2 } from '@grafana/ui';
import { toValue } from '@spendscope/contracts';
import { useMemo, type JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatCount } from '../../../shared/format/formatCount';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import type { Viewport } from '../axis/viewport';
import { axisTitle, clusterName } from '../format/labels';
import { itemsInView } from '../prepare/itemsInView';
import type { Axis, ExplorerView } from '../types';
import { getTableStyles } from './table.styles';

/** More rows than this nobody reads, and a browser takes its time over them. */
export const MOST_ROWS = 1_000;

const value = (axis: Axis, position: number): string => formatValue(axis, toValue(axis.scale, position));

/** The marks in view in words and figures: customers one by one, or cells with the most customers first. */
export function PointsTable({ view, viewport }: { view: ExplorerView; viewport: Viewport }): JSX.Element {
  const { items, x, y, clusters } = view;
  const styles = useStyles2(getTableStyles);
  const inView = useMemo(() => itemsInView(items, viewport, MOST_ROWS), [items, viewport]);
  const cells = items.kind === 'cells';
  const figures = { shown: formatCount(inView.shown.length), total: formatCount(inView.total) };
  const place = (axis: Axis, position: number, side: number): string =>
    cells ? `${value(axis, position - side / 2)} – ${value(axis, position + side / 2)}` : value(axis, position);
  return (
    <table className={styles.table}>
      <caption>
        {cells
          ? t(
              'explorer.table.cells',
              'Cells in view: {{shown}} of {{total}}, those with the most customers first',
              figures
            )
          : t('explorer.table.points', 'Customers in view: {{shown}} of {{total}}', figures)}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            {cells ? t('explorer.table.cluster', 'Cluster') : t('explorer.role.customer', 'Customer')}
          </th>
          <th scope="col">
            {cells ? t('explorer.table.customers', 'Customers') : t('explorer.table.cluster', 'Cluster')}
          </th>
          <th scope="col">{axisTitle({ ...x, scale: 'linear' })}</th>
          <th scope="col">{axisTitle({ ...y, scale: 'linear' })}</th>
        </tr>
      </thead>
      <tbody>
        {inView.shown.map((item) => {
          const cluster = clusters[items.cluster[item]!]!;
          const name = clusterName(cluster);
          return (
            <tr key={item}>
              <th scope="row">
                <span>
                  {cluster.slot !== undefined && <ClusterMark cluster={cluster.slot} />}
                  {cells ? name : items.names[item] || formatCount(item + 1)}
                </span>
              </th>
              <td>{cells ? formatCount(items.count[item]!) : name}</td>
              <td>{place(x, items.x[item]!, items.cellWidth)}</td>
              <td>{place(y, items.y[item]!, items.cellHeight)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
