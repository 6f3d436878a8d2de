import type { AxisScale } from '@spendscope/contracts';
import { t } from '../../../shared/i18n/t';
import type { Axis, ExplorerCluster, ExplorerRole } from '../types';

/** What an axis shows, in words; the column's own name where we do not know it. */
export function axisTitle(axis: Pick<Axis, 'title' | 'scale'>): string {
  const known: Record<string, string> = {
    recency: t('explorer.axis.recency', 'Days since last order'),
    frequency: t('explorer.axis.frequency', 'Orders'),
    monetary: t('explorer.axis.monetary', 'Net spend'),
    pca1: t('explorer.axis.pca1', 'PCA 1'),
    pca2: t('explorer.axis.pca2', 'PCA 2'),
  };
  const title = known[axis.title] ?? measureLabel(axis.title);
  return axis.scale === 'linear'
    ? title
    : axis.scale === 'log1p'
      ? t('explorer.axis.log', '{{title}} (log)', { title })
      : t('explorer.axis.asinh', '{{title}} (asinh)', { title });
}

/** How an axis places values, in a word. */
export function scaleLabel(scale: AxisScale): string {
  const labels: Record<AxisScale, string> = {
    linear: t('explorer.scale.linear', 'linear'),
    log1p: t('explorer.scale.log', 'log'),
    asinh: t('explorer.scale.asinh', 'asinh'),
  };
  return labels[scale];
}

export function clusterName(cluster: Pick<ExplorerCluster, 'key' | 'name'>): string {
  if (cluster.key === '') {
    return t('explorer.noCluster', 'No cluster');
  }
  return cluster.name ?? t('explorer.cluster', 'Cluster {{cluster}}', { cluster: cluster.key });
}

/** Short name of a compared figure. */
export function measureLabel(field: string): string {
  const name = field.split('.').at(-1)!;
  const known: Record<string, string> = {
    churn_probability: t('explorer.measure.churn', 'Churn prob.'),
    anomalyScore: t('explorer.measure.score', 'Anomaly score'),
    clv: t('explorer.measure.clv', 'Lifetime value'),
    recency: t('explorer.measure.recency', 'Recency'),
    frequency: t('explorer.measure.frequency', 'Orders'),
    monetary: t('explorer.measure.monetary', 'Net spend'),
    age: t('explorer.measure.age', 'Age'),
    transactions: t('explorer.measure.transactions', 'Transactions'),
  };
  const words = /[_.]/.test(name) ? name.replaceAll('_', ' ') : name;
  return known[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A role of the field mapping in the user's words. */
export function roleLabel(role: string): string {
  const labels: Record<ExplorerRole, string> = {
    x: t('explorer.role.x', 'Horizontal axis'),
    y: t('explorer.role.y', 'Vertical axis'),
    cluster: t('explorer.role.cluster', 'Cluster'),
    count: t('explorer.role.count', 'Count per cell'),
    customer: t('explorer.role.customer', 'Customer'),
    persona: t('explorer.role.persona', 'Persona'),
    spend: t('explorer.role.spend', 'Spend'),
    churn: t('explorer.role.churn', 'Churn probability'),
    score: t('explorer.role.score', 'Anomaly score'),
  };
  return labels[role as ExplorerRole] ?? role;
}
