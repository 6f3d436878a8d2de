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
import type { VariableHide, VariableRefresh, VariableSort } from '@grafana/schema';
import type { VariableModel } from './dashboardModel';

interface BaseState {
  name: string;
  label?: string;
  description?: string;
  skipUrlSync?: boolean;
  hide?: VariableHide;
}

interface ChoiceState {
  value: string | string[];
  text: string | string[];
  isMulti?: boolean;
  includeAll?: boolean;
  allValue?: string;
}

const single = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

const textOf = (model: VariableModel): string => (typeof model.query === 'string' ? model.query : '');

function baseOf(model: VariableModel): BaseState {
  const { name, label, description, skipUrlSync, hide } = model;
  return { name, label: label || undefined, description, skipUrlSync, hide: hide as VariableHide | undefined };
}

function choiceOf(model: VariableModel): ChoiceState {
  return {
    value: model.current?.value ?? '',
    text: model.current?.text ?? '',
    isMulti: model.multi,
    includeAll: model.includeAll,
    allValue: model.allValue || undefined,
  };
}

const kinds: Record<string, ((model: VariableModel) => SceneVariable) | undefined> = {
  query: (model) =>
    new QueryVariable({
      ...baseOf(model),
      ...choiceOf(model),
      datasource: model.datasource ?? null,
      query: model.query as string,
      refresh: model.refresh as VariableRefresh | undefined,
      regex: model.regex,
      sort: model.sort as VariableSort | undefined,
    }),
  custom: (model) => new CustomVariable({ ...baseOf(model), ...choiceOf(model), query: textOf(model) }),
  textbox: (model) => new TextBoxVariable({ ...baseOf(model), value: single(model.current?.value) || textOf(model) }),
  constant: (model) => new ConstantVariable({ ...baseOf(model), value: textOf(model) }),
  interval: (model) =>
    new IntervalVariable({
      ...baseOf(model),
      value: single(model.current?.value),
      intervals: textOf(model).split(','),
      autoEnabled: model.auto,
      autoMinInterval: model.auto_min,
      autoStepCount: model.auto_count,
    }),
  datasource: (model) =>
    new DataSourceVariable({ ...baseOf(model), ...choiceOf(model), pluginId: textOf(model), regex: model.regex }),
  adhoc: (model) =>
    new AdHocFiltersVariable({
      ...baseOf(model),
      datasource: model.datasource ?? null,
      filters: model.filters ?? [],
      baseFilters: model.baseFilters,
      applyMode: 'auto',
      layout: 'combobox',
    }),
};

/** A dashboard's variables; kinds that the preview host does not know are left out. */
export const sceneVariables = (models: readonly VariableModel[]): SceneVariableSet =>
  new SceneVariableSet({
    variables: models
      .map((model) => kinds[model.type]?.(model))
      .filter((variable): variable is SceneVariable => variable !== undefined),
  });
