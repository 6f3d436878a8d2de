import { textUtil } from '@grafana/data';
import { sceneGraph, type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { LinkButton } from '@grafana/ui';
import type { ReactElement } from 'react';
import type { DataLink } from './dashboardTypes';

interface State extends SceneObjectState {
  links: DataLink[];
}

/** The links of a panel's header, with the dashboard's variables filled in. */
export class PanelLinks extends SceneObjectBase<State> {
  static Component = PanelLinksView;
}

function PanelLinksView({ model }: SceneComponentProps<PanelLinks>): ReactElement {
  const { links } = model.useState();
  const fill = (text: string): string => sceneGraph.interpolate(model, text);
  return (
    <>
      {links.map((link) => (
        <LinkButton
          key={link.url}
          size="sm"
          variant="secondary"
          fill="text"
          icon="external-link-alt"
          href={textUtil.sanitizeUrl(fill(link.url))}
          target={link.targetBlank ? '_blank' : undefined}
          aria-label={fill(link.title)}
          tooltip={fill(link.title)}
        />
      ))}
    </>
  );
}
