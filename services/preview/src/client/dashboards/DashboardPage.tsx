import { UrlSyncContextProvider } from '@grafana/scenes';
import { type ReactElement, useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { LoadingPage, ProblemPage } from '../shell/PageStates';
import { useBreadcrumbs } from '../shell/breadcrumbs';
import type { DashboardScene } from './DashboardScene';
import { getDashboard } from './dashboardApi';
import { dashboardScene } from './dashboardScene';

type Loaded = { scene: DashboardScene } | { problem: string } | undefined;

/** The dashboard at `/d/:uid`. */
export function DashboardPage(): ReactElement {
  const { uid = '' } = useParams();
  return <Dashboard key={uid} uid={uid} />;
}

function Dashboard({ uid }: { uid: string }): ReactElement {
  const [loaded, setLoaded] = useState<Loaded>();
  const title = loaded && 'scene' in loaded ? loaded.scene.state.title : uid;
  useBreadcrumbs([{ text: 'Dashboards', url: '/dashboards' }, { text: title }]);
  useEffect(() => {
    let isCurrent = true;
    getDashboard(uid).then(
      (model) => isCurrent && setLoaded({ scene: dashboardScene(model) }),
      (error: { data?: { message?: string } }) =>
        isCurrent && setLoaded({ problem: error.data?.message ?? 'The dashboard cannot be loaded.' })
    );
    return () => {
      isCurrent = false;
    };
  }, [uid]);
  if (!loaded) {
    return <LoadingPage what={`dashboard ${uid}`} />;
  }
  if ('problem' in loaded) {
    return (
      <ProblemPage
        title={loaded.problem}
        fix={`There is no dashboard "${uid}" in the dashboards folder. Choose one from the menu.`}
      />
    );
  }
  const { scene } = loaded;
  return (
    <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
      <scene.Component model={scene} />
    </UrlSyncContextProvider>
  );
}
