import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { appId } from '@spendscope/contracts';
import type { World } from './world';

export const tag = 'spendscope';

/** What a dashboard's time range means: that of the events, or nothing, because it shows the newest run whole. */
type Reads = 'events' | 'newest run';
const readsTag = { events: 'spendscope-events', 'newest run': 'spendscope-newest-run' } as const;

/**
 * Links to the dashboards of a kind. The range goes along only from events to events: a run is dated by when it was made,
 * so a range of the events would hide it, and its own would show ten years of them.
 */
const linksTo = (target: Reads, from: Reads): dashboard.DashboardLinkBuilder =>
  new dashboard.DashboardLinkBuilder(target === 'events' ? 'Spendscope' : 'Newest run')
    .type(dashboard.DashboardLinkType.Dashboards)
    .tags([tag, readsTag[target]])
    .asDropdown(true)
    .includeVars(true)
    .keepTime(target === 'events' && from === 'events');

const appPages = new dashboard.DashboardLinkBuilder('Open the app')
  .type(dashboard.DashboardLinkType.Link)
  .icon('external link')
  .url(`/a/${appId}`);

/** The SDK puts each link into the menu of hidden controls; one without a place is on the dashboard's bar. */
const onTheBar = (link: dashboard.DashboardLinkBuilder): Builder<dashboard.DashboardLink> => ({
  build: () => ({ ...link.build(), placement: undefined }),
});

interface Named {
  title: string;
  uid: string;
  description: string;
  reads: Reads;
  /** of this dashboard alone, before those that all share */
  links?: readonly dashboard.DashboardLinkBuilder[];
}

/** What all dashboards of the folder share: links that keep filters, the business time zone, read-only source. */
export function inFolder(
  { title, uid, description, reads, links = [] }: Named,
  world: World
): dashboard.DashboardBuilder {
  return new dashboard.DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([tag, readsTag[reads]])
    .timezone(world.timeZone)
    .time({ from: world.from, to: world.to })
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .readonly()
    .links([...links, linksTo('events', reads), linksTo('newest run', reads), appPages].map(onTheBar));
}

/** The built dashboard, its panels numbered in order: links and alert rules name a panel by its id. */
export function numbered(board: dashboard.DashboardBuilder): dashboard.Dashboard {
  const built = board.build();
  return { ...built, panels: built.panels?.map((panel, position) => ({ ...panel, id: position + 1 })) };
}
