import type { FieldConfigEditorBuilder, PanelOptionsEditorBuilder } from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode } from '@grafana/schema';

const noEditor = (): null => null;

/**
 * Declares a panel's options only for their defaults. Grafana's core panels declare theirs together with editors, and
 * neither is on npm; a dashboard's JSON leaves out what equals the default.
 */
export const optionDefaults =
  <Options extends object>(defaults: Options) =>
  (builder: PanelOptionsEditorBuilder<Options>): void => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({ id: path, path: path as never, name: path, defaultValue, editor: noEditor });
    }
  };

/** The same for what each field may have of its own (`fieldConfig.defaults.custom`). */
export const fieldDefaults =
  (defaults: Readonly<Record<string, unknown>>) =>
  (builder: FieldConfigEditorBuilder<object>): void => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({
        id: path,
        path: path as never,
        name: path,
        defaultValue,
        editor: noEditor,
        override: noEditor,
        process: (value) => value as never,
        shouldApply: () => true,
      });
    }
  };

export const legendDefaults = {
  showLegend: true,
  displayMode: LegendDisplayMode.List,
  placement: 'bottom' as const,
  calcs: [] as string[],
};

export const tooltipDefaults = { mode: TooltipDisplayMode.Single, sort: SortOrder.None };

export const reduceDefaults = { values: false, calcs: ['lastNotNull'], fields: '' };

export const hideFromDefaults = { tooltip: false, viz: false, legend: false };
