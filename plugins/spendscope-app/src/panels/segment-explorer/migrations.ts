import type { PanelModel } from '@grafana/data';
import { defaultOptions, type SegmentExplorerOptions, type VariableNames } from './types';

type Stored = Partial<Omit<SegmentExplorerOptions, 'variables'>> & { variables?: Partial<VariableNames> };

/**
 * Brings stored options to the present shape; pure, and running it twice changes nothing. Options may come from
 * hand-written dashboards, so any part can be missing.
 */
export function migrateOptions(panel: Pick<PanelModel<Stored>, 'options'>): SegmentExplorerOptions {
  const { mode, fields, variables, showMarginals, clusterValue } = panel.options ?? {};
  return {
    mode: mode ?? defaultOptions.mode,
    fields: fields ?? {},
    variables: { ...defaultOptions.variables, ...variables },
    clusterValue: clusterValue ?? defaultOptions.clusterValue,
    showMarginals: showMarginals ?? defaultOptions.showMarginals,
  };
}
