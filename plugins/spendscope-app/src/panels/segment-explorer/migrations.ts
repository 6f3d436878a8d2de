import type { PanelModel } from '@grafana/data';
import { isLogColumn, plainColumn } from './prepare/placeAxis';
import { type AxisChoice, defaultOptions, type SegmentExplorerOptions, type VariableNames } from './types';

type Stored = Partial<Omit<SegmentExplorerOptions, 'variables'>> & { variables?: Partial<VariableNames> };

/**
 * 0.1: an axis was a column, and one of logarithms meant a log axis. Now it is a column of values and a scale; a role
 * that names a column of logarithms becomes that.
 */
function axesOf({ fields = {}, axes }: Stored): SegmentExplorerOptions['axes'] {
  const fromRoles = (['x', 'y'] as const).flatMap((axis): [string, AxisChoice][] => {
    const column = fields[axis];
    return column && isLogColumn(column) ? [[axis, { field: plainColumn(column), scale: 'log1p' }]] : [];
  });
  return { ...Object.fromEntries(fromRoles), ...axes };
}

/**
 * Brings stored options to the present shape; pure, and running it twice changes nothing. Options may come from
 * hand-written dashboards, so any part can be missing.
 */
export function migrateOptions(panel: Pick<PanelModel<Stored>, 'options'>): SegmentExplorerOptions {
  const stored = panel.options ?? {};
  const { mode, fields, variables, showMarginals, applyOnRelease, clusterValue } = stored;
  return {
    mode: mode ?? defaultOptions.mode,
    fields: fields ?? {},
    axes: axesOf(stored),
    variables: { ...defaultOptions.variables, ...variables },
    clusterValue: clusterValue ?? defaultOptions.clusterValue,
    applyOnRelease: applyOnRelease ?? defaultOptions.applyOnRelease,
    showMarginals: showMarginals ?? defaultOptions.showMarginals,
  };
}
