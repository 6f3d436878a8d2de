import type { VariableHide, VariableRefresh, VariableSort } from '@grafana/schema';
import {
  AdHocFiltersVariable,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  type SceneVariable,
  SceneVariableSet,
  TextBoxVariable,
} from '@grafana/scenes';
import type { VariableModel } from './dashboardModel';

const single = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

function sceneVariable(model: VariableModel): SceneVariable | undefined {
  const { name, label, description, skipUrlSync } = model;
  const base = {
    name,
    label: label || undefined,
    description,
    skipUrlSync,
    hide: model.hide as VariableHide | undefined,
  };
  const choice = {
    value: model.current?.value ?? '',
    text: model.current?.text ?? '',
    isMulti: model.multi,
    includeAll: model.includeAll,
    allValue: model.allValue || undefined,
  };
  const text = typeof model.query === 'string' ? model.query : '';
  switch (model.type) {
    case 'query':
      return new QueryVariable({
        ...base,
        ...choice,
        datasource: model.datasource ?? null,
        query: model.query as string,
        refresh: model.refresh as VariableRefresh | undefined,
        regex: model.regex,
        sort: model.sort as VariableSort | undefined,
      });
    case 'custom':
      return new CustomVariable({ ...base, ...choice, query: text });
    case 'textbox':
      return new TextBoxVariable({ ...base, value: single(model.current?.value) || text });
    case 'constant':
      return new ConstantVariable({ ...base, value: text });
    case 'interval':
      return new IntervalVariable({
        ...base,
        value: single(model.current?.value),
        intervals: text.split(','),
        autoEnabled: model.auto,
        autoMinInterval: model.auto_min,
        autoStepCount: model.auto_count,
      });
    case 'datasource':
      return new DataSourceVariable({ ...base, ...choice, pluginId: text, regex: model.regex });
    case 'adhoc':
      return new AdHocFiltersVariable({
        ...base,
        datasource: model.datasource ?? null,
        filters: model.filters ?? [],
        baseFilters: model.baseFilters,
        applyMode: 'auto',
        layout: 'combobox',
      });
    default:
      return undefined;
  }
}

/** A dashboard's variables; kinds that the preview host does not know are left out. */
export const sceneVariables = (models: readonly VariableModel[]): SceneVariableSet =>
  new SceneVariableSet({
    variables: models.map(sceneVariable).filter((variable): variable is SceneVariable => variable !== undefined),
  });
