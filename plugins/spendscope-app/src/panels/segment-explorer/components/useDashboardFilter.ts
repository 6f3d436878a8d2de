import type { UrlQueryMap } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import { openVariables } from '../selection/dashboardVariables';
import type { ExplorerView, VariableNames } from '../types';

interface DashboardFilter {
  /** Whether the dashboard is narrowed by one of our variables now. */
  narrowed: boolean;
  /** Writes what the dashboard has variables for, and returns the names that it lacks. */
  apply: (variables: UrlQueryMap) => string[];
  /** Whether ranges on these axes can be told: the dashboard's own axes, or it asks for their columns by name. */
  canRange: (view: Pick<ExplorerView, 'x' | 'y' | 'ownColumns'>) => boolean;
  reset: () => void;
  /** Asks the dashboard's queries for single customers; undefined where it has no variable for that. */
  askForPoints?: () => void;
}

const PREFIX = 'var-';

/** Undefined where there is no telling, as outside of a dashboard. */
function knownVariables(): ReadonlySet<string> | undefined {
  const variables = getTemplateSrv()?.getVariables?.() ?? [];
  return variables.length > 0 ? new Set(variables.map(({ name }) => name)) : undefined;
}

/** The dashboard's variables, by way of the URL: links, the back button and other panels follow. */
export function useDashboardFilter(names: VariableNames, columns: ExplorerView['ownColumns']): DashboardFilter {
  const search = locationService.getSearchObject();
  const open = openVariables(names, columns);
  const known = knownVariables();
  const has = (parameter: string): boolean => known?.has(parameter.slice(PREFIX.length)) ?? true;
  const write = (variables: UrlQueryMap): void =>
    locationService.partial(Object.fromEntries(Object.entries(variables).filter(([parameter]) => has(parameter))));
  const columnsAlone = new Set([PREFIX + names.xField, PREFIX + names.yField]);
  const narrowed = Object.keys(open).some((parameter) => {
    const value = search[parameter];
    return (
      !columnsAlone.has(parameter) &&
      value !== undefined &&
      value !== '' &&
      !['*', '$__all', 'All'].includes(String(value))
    );
  });
  return {
    narrowed,
    apply: (variables) => {
      write(variables);
      return Object.keys(variables)
        .filter((parameter) => !has(parameter))
        .map((parameter) => parameter.slice(PREFIX.length));
    },
    canRange: ({ x, y, ownColumns }) =>
      (known?.has(names.xField) && known.has(names.yField)) || (x.column === ownColumns.x && y.column === ownColumns.y),
    reset: () => write(open),
    askForPoints: known?.has(names.detail)
      ? () => locationService.partial({ [PREFIX + names.detail]: '*' })
      : undefined,
  };
}
