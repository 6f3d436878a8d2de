import { PluginContextProvider } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { ReactElement } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { useAppPlugin } from '../plugins/useAppPlugin';
import { LoadingPage, ProblemPage } from './PageStates';

/** An app plugin's pages, at `/a/:id/*`. The app routes within its own address itself. */
export function AppRootPage(): ReactElement {
  const { id = '' } = useParams();
  const location = useLocation();
  const loaded = useAppPlugin(id);
  if (!loaded) {
    return <LoadingPage what={id} />;
  }
  const Root = 'plugin' in loaded ? loaded.plugin.root : undefined;
  if (!('plugin' in loaded) || !Root) {
    const problem = 'problem' in loaded ? loaded.problem : `The app "${id}" has no pages.`;
    return <ProblemPage title={problem} fix='Build the plugin with "npm run build", then reload this page.' />;
  }
  return (
    <PluginContextProvider meta={loaded.plugin.meta}>
      <Root
        meta={loaded.plugin.meta}
        basename={`/a/${id}`}
        path={location.pathname}
        query={locationService.getSearchObject()}
        onNavChanged={() => undefined}
      />
    </PluginContextProvider>
  );
}
