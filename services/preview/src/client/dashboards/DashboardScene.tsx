import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { selectors } from '@grafana/e2e-selectors';
import { type SceneComponentProps, type SceneObject, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { type ReactElement, useEffect } from 'react';
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
}

function DashboardView({ model }: SceneComponentProps<DashboardScene>): ReactElement {
  const { title, links, controls, body } = model.useState();
  const styles = useStyles2(getStyles);
  useEffect(() => {
    setCurrentScene(model);
    return () => setCurrentScene(undefined);
  }, [model]);
  const [variables, ...rest] = controls;
  return (
    <div className={styles.page}>
      <h1 className="sr-only">{title}</h1>
      <div className={styles.controls} data-testid={selectors.pages.Dashboard.Controls}>
        {variables && <variables.Component model={variables} />}
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

const getStyles = (theme: GrafanaTheme2): Record<'page' | 'controls' | 'pickers' | 'body', string> => ({
  page: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, padding: theme.spacing(0, 2, 2) }),
  controls: css({
    alignItems: 'flex-start',
    background: theme.colors.background.canvas,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
  }),
  pickers: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  body: css({ display: 'flex', flexGrow: 1, position: 'relative', minHeight: 200 }),
});
