import { useStyles2 } from '@grafana/ui';
import { toValue } from '@spendscope/contracts';
import type { JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import { axisTitle, clusterName } from '../format/labels';
import { clusterMedians } from '../prepare/clusterMedians';
import type { Axis, ExplorerView } from '../types';
import { getTableStyles } from './table.styles';

const share = (value: number | undefined): string => (value === undefined ? '–' : formatShare(value));
const onAxis = (axis: Axis, position: number): string =>
  Number.isNaN(position) ? '–' : formatValue(axis, toValue(axis.scale, position));

/** The plot in words and figures: one row per cluster. */
export function ClusterTable({ view }: { view: ExplorerView }): JSX.Element {
  const styles = useStyles2(getTableStyles);
  const medians = clusterMedians(view);
  return (
    <table className={styles.table}>
      <caption>{t('explorer.table.caption', 'Clusters in view; axes by their median')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('explorer.table.cluster', 'Cluster')}</th>
          <th scope="col">{t('explorer.table.customers', 'Customers')}</th>
          <th scope="col">{t('explorer.table.share', 'Share')}</th>
          <th scope="col">{axisTitle({ ...view.x, scale: 'linear' })}</th>
          <th scope="col">{axisTitle({ ...view.y, scale: 'linear' })}</th>
          <th scope="col">{t('explorer.table.churn', 'Churn')}</th>
          <th scope="col">{t('explorer.table.spend', 'Share of spend')}</th>
        </tr>
      </thead>
      <tbody>
        {view.clusters.map((cluster, index) =>
          cluster.count === 0 ? null : (
            <tr key={cluster.key}>
              <th scope="row">
                <span>
                  {cluster.slot !== undefined && <ClusterMark cluster={cluster.slot} />}
                  {clusterName(cluster)}
                </span>
              </th>
              <td>{formatCount(cluster.count)}</td>
              <td>{formatShare(cluster.count / view.customers)}</td>
              <td>{onAxis(view.x, medians[index]!.x)}</td>
              <td>{onAxis(view.y, medians[index]!.y)}</td>
              <td>{share(cluster.churnRate)}</td>
              <td>{share(cluster.spendShare)}</td>
            </tr>
          )
        )}
      </tbody>
    </table>
  );
}
