import type { DataFrame } from '@grafana/data';
import { centroidOn } from '../prepare/readClusters';
import type { Axis, AxisChoice, ExplorerCluster, ExplorerView } from '../types';
import type { Span } from './engine/arrangement';
import type { FullPoints } from './useFullPoints';

const shares = /_share$|^churn_probability$/;
const money = /^(monetary|clv|amount_mean)$/;

/** How a column shows its values, as the frames beside say: money has the data's currency. */
function formatOf(column: string, frames: readonly DataFrame[], base: ExplorerView): ExplorerView['spendFormat'] {
  const name = column.split('.').at(-1)!;
  const twin = frames
    .flatMap(({ fields }) => fields)
    .find((field) => field.config.unit && (field.name === column || field.name.split('.').at(-1) === name));
  if (twin) {
    return { unit: twin.config.unit, decimals: twin.config.decimals ?? undefined };
  }
  return money.test(name) ? base.spendFormat : shares.test(name) ? { unit: 'percentunit' } : {};
}

function axisOf(
  { field: column, scale }: AxisChoice,
  { domain, home, constant }: Span,
  frames: readonly DataFrame[],
  base: ExplorerView
): Axis {
  const known = [base.x, base.y].find((axis) => axis.column === column);
  return {
    column,
    scale,
    title: known?.title ?? column.split('.').at(-1)!,
    ...(known ? { unit: known.unit, decimals: known.decimals } : formatOf(column, frames, base)),
    domain,
    home,
    constant,
  };
}

/**
 * Every customer of the run, told in the words and units of what the queries brought.
 *
 * @param base with all clusters that are known; a filter may leave some of them without customers
 */
export function fullView(
  base: ExplorerView,
  { scene, axes, columns, clusterKeys }: FullPoints,
  frames: readonly DataFrame[]
): ExplorerView {
  const x = axisOf(axes.x, scene.x, frames, base);
  const y = axisOf(axes.y, scene.y, frames, base);
  const named = clusterKeys.map(
    (key): ExplorerCluster =>
      base.clusters.find((cluster) => cluster.key === String(key)) ?? { key: String(key), slot: key, count: 0 }
  );
  const without = scene.counts[named.length] ?? 0;
  return {
    ...base,
    mode: 'full',
    items: scene.cells,
    x,
    y,
    clusters: [
      ...named.map((cluster, i) => ({
        ...cluster,
        count: scene.counts[i] ?? 0,
        centroid: scene.counts[i] ? centroidOn(cluster.centers, { x, y }) : undefined,
      })),
      // Places of customers without a cluster point past the named ones.
      ...(without > 0 ? [{ key: '', count: without }] : []),
    ],
    customers: scene.customers,
    run: scene.run,
    spend: undefined,
    churnField: columns.find((column) => column === 'churn_probability'),
    scoreField: columns.find((column) => column === 'anomalyScore'),
    // These cells are counted here, whatever the query's were.
    cellColumns: undefined,
    axisChoices: columns,
    outside: scene.outside,
    leftOut: scene.leftOut,
    truncation: undefined,
  };
}
