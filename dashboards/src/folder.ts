import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { appId } from '@spendscope/contracts';
import type { World } from './world';

export const tag = 'spendscope';

const otherDashboards = new dashboard.DashboardLinkBuilder('Spendscope')
  .type(dashboard.DashboardLinkType.Dashboards)
  .tags([tag])
  .asDropdown(true)
  .includeVars(true)
  .keepTime(true);

const appPages = new dashboard.DashboardLinkBuilder('Open the app')
  .type(dashboard.DashboardLinkType.Link)
  .icon('external link')
  .url(`/a/${appId}`);

/** What all dashboards of the folder share: links that keep time and filters, the business time zone, read-only source. */
export function inFolder(title: string, uid: string, description: string, world: World): dashboard.DashboardBuilder {
  return new dashboard.DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([tag])
    .timezone(world.timeZone)
    .time({ from: world.from, to: world.to })
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .readonly()
    .links([otherDashboards, appPages]);
}

/** The built dashboard, its panels numbered in order: links and alert rules name a panel by its id. */
export function numbered(board: dashboard.DashboardBuilder): dashboard.Dashboard {
  const built = board.build();
  return { ...built, panels: built.panels?.map((panel, position) => ({ ...panel, id: position + 1 })) };
}
