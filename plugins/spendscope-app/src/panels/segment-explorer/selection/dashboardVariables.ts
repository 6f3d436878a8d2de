import type { UrlQueryMap } from '@grafana/data';
import { type AxisScale, toValue } from '@spendscope/contracts';
import type { ExplorerView, SegmentExplorerOptions, VariableNames } from '../types';
import type { SelectionSummary } from './summarizeSelection';

/** "Everything", for a list variable and for an end of a Lucene range. */
const ALL = '$__all';
const OPEN = '*';

/** A few digits are enough for a filter and keep links short; rounding outwards loses no one. */
function roundOutwards(value: number, direction: 'down' | 'up'): string {
  if (value === 0) {
    return '0';
  }
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 5);
  const steps = direction === 'down' ? Math.floor(value / unit + 1e-9) : Math.ceil(value / unit - 1e-9);
  return String(Number((steps * unit).toPrecision(6)));
}

/**
 * URL parameters that narrow the dashboard to a selection: its clusters, the ranges of its bounding box in units of the
 * data (days, currency), not logarithms, and what was drawn as a filter. Holds no customer.
 *
 * @param ranged whether a shape was drawn; isolated clusters alone leave the ranges open
 * @param outline Lucene; absent where ranges say all
 */
export function selectionVariables(
  view: ExplorerView,
  summary: SelectionSummary,
  { variables: names, clusterValue }: Pick<SegmentExplorerOptions, 'variables' | 'clusterValue'>,
  ranged: boolean,
  outline?: string
): UrlQueryMap {
  const chosen = summary.makeUp
    .map(({ cluster }) => view.clusters[cluster]!)
    .filter(({ key }) => key !== '')
    .map(({ key, name }) => (clusterValue === 'name' ? (name ?? key) : key));
  const every = view.clusters.filter(({ key }) => key !== '').length;
  const box = ranged ? summary.bounds : undefined;
  const end = (position: number | undefined, axis: 'x' | 'y', direction: 'down' | 'up'): string =>
    position === undefined
      ? OPEN
      : roundOutwards(Math.max(toValue(view[axis].scale, position), floorOf(view[axis].scale)), direction);
  return {
    [`var-${names.cluster}`]: chosen.length === 0 || chosen.length === every ? ALL : chosen.sort(),
    ...(box ? { [`var-${names.xField}`]: view.x.column, [`var-${names.yField}`]: view.y.column } : {}),
    [`var-${names.xMin}`]: end(box?.xMin, 'x', 'down'),
    [`var-${names.xMax}`]: end(box?.xMax, 'x', 'up'),
    [`var-${names.yMin}`]: end(box?.yMin, 'y', 'down'),
    [`var-${names.yMax}`]: end(box?.yMax, 'y', 'up'),
    [`var-${names.outline}`]: outline ?? OPEN,
  };
}

/** Half a cell below log10(1 + 0) would be a negative number of days. */
function floorOf(scale: AxisScale): number {
  return scale === 'log1p' ? 0 : -Infinity;
}

/**
 * URL parameters that take the narrowing back.
 *
 * @param columns that the ranges are of by default; customers without a value in another column would be left out
 */
export function openVariables(names: VariableNames, columns?: ExplorerView['ownColumns']): UrlQueryMap {
  return {
    ...(columns ? { [`var-${names.xField}`]: columns.x, [`var-${names.yField}`]: columns.y } : {}),
    [`var-${names.segment}`]: '',
    [`var-${names.cluster}`]: ALL,
    [`var-${names.xMin}`]: OPEN,
    [`var-${names.xMax}`]: OPEN,
    [`var-${names.yMin}`]: OPEN,
    [`var-${names.yMax}`]: OPEN,
    [`var-${names.outline}`]: OPEN,
  };
}
