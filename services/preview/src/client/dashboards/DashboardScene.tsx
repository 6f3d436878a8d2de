import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import {
  ControlsLabel,
  type SceneComponentProps,
  SceneDataLayerSet,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { setCurrentScene } from '../services/templateSrv';
import { DashboardLinks } from './DashboardLinks';
import type { DashboardLinkModel } from './dashboardModel';

interface State extends SceneObjectState {
  title: string;
  links: DashboardLinkModel[];
  controls: SceneObject[];
  body: SceneObject;
}

/** A dashboard on screen: variables, links and pickers in a bar, the panels beneath. */
export class DashboardScene extends SceneObjectBase<State> {
  static Component = DashboardView;

  constructor(state: State) {
    super(state);
    // Before its first query asks: annotations take the variables of the scene on screen.
    this.addActivationHandler(() => {
      setCurrentScene(this);
      return () => setCurrentScene(undefined);
    });
  }
}

function DashboardView({ model }: SceneComponentProps<DashboardScene>): ReactElement {
  const { title, links, controls, body, $data } = model.useState();
  const styles = useStyles2(getStyles);
  const [variables, ...rest] = controls;
  const layers = $data instanceof SceneDataLayerSet ? $data.state.layers : [];
  return (
    <div className={styles.page}>
      <h1 className="sr-only">{title}</h1>
      <div className={styles.controls} data-testid={selectors.pages.Dashboard.Controls}>
        {variables && <variables.Component model={variables} />}
        {layers
          .filter((layer) => !layer.state.isHidden)
          .map((layer) => (
            <div key={layer.state.key} className={styles.layer}>
              <ControlsLabel htmlFor={`data-layer-${layer.state.key}`} label={layer.state.name} />
              <layer.Component model={layer} />
            </div>
          ))}
        <DashboardLinks links={links} scene={model} />
        <div className={styles.pickers}>
          {rest.map((control) => (
            <control.Component key={control.state.key} model={control} />
          ))}
        </div>
      </div>
      <div className={styles.body}>
        <body.Component model={body} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'page' | 'controls' | 'layer' | 'pickers' | 'body', string> => ({
  page: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, padding: theme.spacing(0, 2, 2) }),
  controls: css({
    alignItems: 'flex-start',
    background: theme.colors.background.canvas,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
  }),
  layer: css({ display: 'flex' }),
  pickers: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  body: css({ display: 'flex', flexGrow: 1, position: 'relative', minHeight: 200 }),
});
