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

/** The links of a dashboard's bar, and those to dashboards that share a tag. */
export function DashboardLinks({ links, scene }: Props): ReactElement {
  const [tagged, setTagged] = useState<DashboardHit[]>([]);
  const tags = links.filter((link) => link.type === 'dashboards').flatMap((link) => link.tags ?? []);
  const asked = tags.join(',');
  useEffect(() => {
    if (asked) {
      void listDashboards(asked.split(',')).then(setTagged);
    }
  }, [asked]);
  const expanded = links.flatMap((link) =>
    link.type === 'dashboards'
      ? tagged.map((hit) => ({ ...link, title: hit.title, url: hit.url, icon: 'dashboard' }))
      : [link]
  );
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
