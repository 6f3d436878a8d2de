import { type AppPlugin, PluginContextProvider } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { type ReactElement, useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { importAppPlugin } from '../plugins/pluginLoader';
import { LoadingPage, ProblemPage } from './PageStates';

type Loaded = { plugin: AppPlugin } | { problem: string } | undefined;

const problemOf = (error: unknown): string => {
  const data = (error as { data?: { message?: string } }).data;
  return data?.message ?? (error instanceof Error ? error.message : 'The app cannot be loaded.');
};

/** An app plugin's pages, at `/a/:id/*`. The app routes within its own address itself. */
export function AppRootPage(): ReactElement {
  const { id = '' } = useParams();
  const location = useLocation();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    importAppPlugin(id).then(
      (plugin) => isCurrent && setLoaded({ plugin }),
      (error: unknown) => isCurrent && setLoaded({ problem: problemOf(error) })
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
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
