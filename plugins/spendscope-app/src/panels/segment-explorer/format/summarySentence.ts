import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import type { ExplorerView } from '../types';
import { axisTitle, clusterName } from './labels';

/** One sentence on what the plot shows, for a first look and for screen readers. */
export function summarySentence(view: ExplorerView): string {
  const named = view.clusters.filter(({ key, count }) => key !== '' && count > 0);
  const largest = [...named].sort((a, b) => b.count - a.count)[0];
  const customers = t('explorer.summary.customers', '{{number}} customers', {
    number: formatCount(view.customers),
    count: view.customers,
    defaultValue_one: '{{number}} customer',
  });
  if (!largest) {
    return customers;
  }
  const clusters = t('explorer.summary.clusters', '{{count}} clusters', {
    count: named.length,
    defaultValue_one: '{{count}} cluster',
  });
  const most = t('explorer.summary.largest', 'largest {{name}} with {{share}}', {
    name: clusterName(largest),
    share: formatShare(largest.count / view.customers),
  });
  return [customers, clusters, most].join(' · ');
}

/** What the plot leaves out or cannot show. */
export function summaryRemarks(view: ExplorerView): string[] {
  const remarks: string[] = [];
  if (view.run !== undefined) {
    remarks.push(
      view.customers + view.leftOut === view.run
        ? t('explorer.remark.whole', 'the whole run')
        : t('explorer.remark.filtered', 'those of the run’s {{number}} who pass the dashboard’s filters', {
            number: formatCount(view.run),
          })
    );
  }
  if (view.leftOut > 0) {
    remarks.push(
      t('explorer.remark.leftOut', '{{number}} without a value left out', {
        number: formatCount(view.leftOut),
      })
    );
  }
  for (const axis of [view.x, view.y]) {
    if (axis.constant) {
      remarks.push(t('explorer.remark.constant', '{{axis}} is the same for all', { axis: axisTitle(axis) }));
    }
  }
  return remarks;
}
