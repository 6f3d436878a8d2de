import { AppPlugin } from '@grafana/data';
import type { SpendscopeSettings } from './pages/configuration/ConfigurationPage';
import { lazyPage } from './pages/lazyPage';
import { loadTranslations } from './shared/i18n/loadTranslations';

loadTranslations();

const AppRoot = lazyPage(async () => (await import('./pages/AppRoot')).AppRoot);
const ConfigurationPage = lazyPage(
  async () => (await import('./pages/configuration/ConfigurationPage')).ConfigurationPage
);

export const plugin = new AppPlugin<SpendscopeSettings>().setRootPage(AppRoot).addConfigPage({
  // Grafana shows it as a tab of the plugin's page; its title is read before translations are there.
  title: 'Configuration',
  icon: 'cog',
  id: 'configuration',
  body: ConfigurationPage,
});
