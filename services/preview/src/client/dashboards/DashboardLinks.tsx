import { textUtil, urlUtil } from '@grafana/data';
import { type SceneObject, sceneGraph } from '@grafana/scenes';
import { type IconName, LinkButton } from '@grafana/ui';
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

/** The links of a dashboard's bar, and those to dashboards that share a tag. */
export function DashboardLinks({ links, scene }: Props): ReactElement {
  const [dashboards, setDashboards] = useState<DashboardHit[]>([]);
  const isAsked = links.some((link) => link.type === 'dashboards');
  useEffect(() => {
    if (isAsked) {
      void listDashboards().then(setDashboards);
    }
  }, [isAsked]);
  const expanded = links.flatMap((link) => (link.type === 'dashboards' ? linksByTag(link, dashboards) : [link]));
  return (
    <>
      {expanded.map((link) => (
        <LinkButton
          key={`${link.title} ${link.url}`}
          variant="secondary"
          icon={icons[link.icon ?? ''] ?? 'external-link-alt'}
          href={addressOf(link, link.url ?? '', scene)}
          target={link.targetBlank ? '_blank' : undefined}
          tooltip={link.tooltip || undefined}
        >
          {link.title}
        </LinkButton>
      ))}
    </>
  );
}
