import { type AppPlugin, type NavModelItem, PluginContextProvider, type PluginConfigPage } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { Alert } from '@grafana/ui';
import type { ReactElement } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { useAppPlugin } from '../plugins/useAppPlugin';
import { LoadingPage, ProblemPage } from './PageStates';
import { PluginPageFrame } from './PluginPageFrame';

type ConfigPage = PluginConfigPage<AppPlugin['meta']>;

const navOf = ({ meta }: AppPlugin, pages: readonly ConfigPage[], active: ConfigPage): NavModelItem => ({
  text: meta.name,
  subTitle: meta.info.description,
  children: pages.map((page) => ({
    text: page.title,
    icon: page.icon,
    url: `/plugins/${meta.id}?page=${page.id}`,
    active: page === active,
  })),
});

/** `/plugins/:id`: the configuration pages that an app brings, one tab each. For administrators, as in Grafana. */
export function PluginConfigPage(): ReactElement {
  const { id = '' } = useParams();
  const asked = new URLSearchParams(useLocation().search).get('page');
  const loaded = useAppPlugin(id);
  if (config.bootData.user.orgRole !== 'Admin') {
    return (
      <ProblemPage title="Only administrators configure plugins" fix="Change to the user Admin, at the upper right." />
    );
  }
  if (!loaded) {
    return <LoadingPage what={id} />;
  }
  if ('problem' in loaded) {
    return <ProblemPage title={loaded.problem} fix='Build the plugin with "npm run build", then reload this page.' />;
  }
  const { plugin } = loaded;
  const pages: readonly ConfigPage[] = plugin.configPages ?? [];
  const active = pages.find((page) => page.id === asked) ?? pages[0];
  if (!active) {
    return <ProblemPage title={`The app "${id}" has no configuration page.`} fix="There is nothing to set." />;
  }
  const Body = active.body;
  return (
    <PluginContextProvider meta={plugin.meta}>
      <PluginPageFrame pageNav={navOf(plugin, pages, active)}>
        <Alert severity="info" title="Read-only in the preview">
          The settings come from provisioning/plugins and the environment. What is saved here is refused.
        </Alert>
        <Body plugin={plugin} query={locationService.getSearchObject()} />
      </PluginPageFrame>
    </PluginContextProvider>
  );
}
