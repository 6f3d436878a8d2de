import { toValue } from '@spendscope/contracts';
import { formatCount } from '../../../shared/format/formatCount';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import type { Axis, ExplorerItems, ExplorerView } from '../types';
import { axisTitle, clusterName } from './labels';

export interface ItemDescription {
  cluster: number;
  title: string;
  details: readonly string[];
}

function rangeText(axis: Axis, middle: number, side: number): string {
  const start = axis.scale === 'log1p' ? 0 : -Infinity;
  const from = Math.max(start, toValue(axis.scale, middle - side / 2));
  const to = toValue(axis.scale, middle + side / 2);
  return `${axisTitle({ ...axis, scale: 'linear' })}: ${formatValue(axis, from)} – ${formatValue(axis, to)}`;
}

function placeText(axis: Axis, position: number): string {
  return `${axisTitle({ ...axis, scale: 'linear' })}: ${formatValue(axis, toValue(axis.scale, position))}`;
}

function cellTotal(items: ExplorerItems, item: number): number {
  let total = 0;
  for (let i = 0; i < items.length; i += 1) {
    const samePlace =
      Math.abs(items.x[i]! - items.x[item]!) < items.cellWidth / 2 &&
      Math.abs(items.y[i]! - items.y[item]!) < items.cellHeight / 2;
    total += samePlace ? items.count[i]! : 0;
  }
  return total;
}

/** What a tooltip and the live region say about a cell or a customer. */
export function describeItem(view: ExplorerView, items: ExplorerItems, item: number): ItemDescription {
  const cluster = items.cluster[item]!;
  const name = clusterName(view.clusters[cluster]!);
  const x = items.x[item]!;
  const y = items.y[item]!;
  if (items.kind === 'points') {
    return {
      cluster,
      title: items.names[item] || name,
      details: [name, placeText(view.x, x), placeText(view.y, y)],
    };
  }
  const total = cellTotal(items, item);
  return {
    cluster,
    title: t('explorer.cell.customers', '{{number}} customers', {
      number: formatCount(total),
      count: total,
      defaultValue_one: '{{number}} customer',
    }),
    details: [
      t('explorer.cell.leading', 'mostly {{name}}', { name }),
      rangeText(view.x, x, items.cellWidth),
      rangeText(view.y, y, items.cellHeight),
    ],
  };
}
