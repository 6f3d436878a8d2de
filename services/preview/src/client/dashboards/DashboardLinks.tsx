import { textUtil, urlUtil } from '@grafana/data';
import { type SceneObject, sceneGraph } from '@grafana/scenes';
import { Dropdown, type IconName, LinkButton, Menu, ToolbarButton } from '@grafana/ui';
import { type ReactElement, useEffect, useState } from 'react';
import { type DashboardHit, listDashboards } from './dashboardApi';
import type { DashboardLinkModel } from './dashboardModel';

interface Props {
  links: readonly DashboardLinkModel[];
  scene: SceneObject;
}

const icons: Record<string, IconName> = {
  'external link': 'external-link-alt',
  dashboard: 'apps',
  question: 'question-circle',
  info: 'info-circle',
  bolt: 'bolt',
  doc: 'file-alt',
  cloud: 'cloud',
};

const isOnBar = (link: DashboardLinkModel): boolean => link.placement === undefined;

/** The link's address with the dashboard's time range and variables, where the link keeps them. */
function addressOf(link: DashboardLinkModel, url: string, scene: SceneObject): string {
  const parts: string[] = [];
  if (link.includeVars) {
    parts.push(sceneGraph.interpolate(scene, '${__all_variables}'));
  }
  if (link.keepTime) {
    parts.push(sceneGraph.interpolate(scene, '${__url_time_range}'));
  }
  const filled = sceneGraph.interpolate(scene, url);
  return textUtil.sanitizeUrl(parts.reduce((address, part) => urlUtil.appendQueryToUrl(address, part), filled));
}

/** A link to each dashboard that has all of the link's tags. */
function linksByTag(link: DashboardLinkModel, dashboards: readonly DashboardHit[]): DashboardLinkModel[] {
  return dashboards
    .filter((hit) => (link.tags ?? []).every((tag) => hit.tags.includes(tag)))
    .map((hit) => ({ ...link, title: hit.title, url: hit.url, icon: 'dashboard' }));
}

/** The links of a dashboard's bar, and those to dashboards that share a tag. What is placed elsewhere is not on the bar. */
export function DashboardLinks({ links, scene }: Props): ReactElement {
  return (
    <>
      {links
        .filter(isOnBar)
        .map((link) =>
          link.type === 'dashboards' ? (
            <TaggedDashboards key={`${link.title} ${link.tags?.join()}`} link={link} scene={scene} />
          ) : (
            <BarLink key={`${link.title} ${link.url}`} link={link} scene={scene} />
          )
        )}
    </>
  );
}

function BarLink({ link, scene }: { link: DashboardLinkModel; scene: SceneObject }): ReactElement {
  return (
    <LinkButton
      variant="secondary"
      icon={icons[link.icon ?? ''] ?? 'external-link-alt'}
      href={addressOf(link, link.url ?? '', scene)}
      target={link.targetBlank ? '_blank' : undefined}
      tooltip={link.tooltip || undefined}
    >
      {link.title}
    </LinkButton>
  );
}

/** Dashboards that share the link's tags: one after the other, or under one button. */
function TaggedDashboards({ link, scene }: { link: DashboardLinkModel; scene: SceneObject }): ReactElement {
  const [dashboards, setDashboards] = useState<DashboardHit[]>([]);
  useEffect(() => {
    void listDashboards().then(setDashboards);
  }, []);
  const entries = linksByTag(link, dashboards);
  if (!link.asDropdown) {
    return <DashboardLinks links={entries.map((entry) => ({ ...entry, type: 'link' }))} scene={scene} />;
  }
  // Addresses are made when the menu opens: until then time and variables go on changing.
  const overlay = (): ReactElement => (
    <Menu>
      {entries.map((entry) => (
        <Menu.Item
          key={entry.url}
          label={entry.title ?? ''}
          icon="apps"
          url={addressOf(entry, entry.url ?? '', scene)}
          target={entry.targetBlank ? '_blank' : undefined}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={overlay}>
      <ToolbarButton icon="apps" variant="canvas" isOpen={false}>
        {link.title}
      </ToolbarButton>
    </Dropdown>
  );
}
