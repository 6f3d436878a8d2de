import type { UrlQueryMap } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { openVariables } from '../selection/dashboardVariables';
import type { VariableNames } from '../types';

interface DashboardFilter {
  /** Whether the dashboard is narrowed by one of our variables now. */
  narrowed: boolean;
  apply: (variables: UrlQueryMap) => void;
  reset: () => void;
}

/** The dashboard's variables, by way of the URL: links, the back button and other panels follow. */
export function useDashboardFilter(names: VariableNames): DashboardFilter {
  const search = locationService.getSearchObject();
  const open = openVariables(names);
  const narrowed = Object.keys(open).some((parameter) => {
    const value = search[parameter];
    return value !== undefined && value !== '' && !['*', '$__all', 'All'].includes(String(value));
  });
  return {
    narrowed,
    apply: (variables) => locationService.partial(variables),
    reset: () => locationService.partial(open),
  };
}
