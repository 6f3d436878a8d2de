import { AppPlugin } from '@grafana/data';
import { AppRoot } from './pages/AppRoot';
import { ConfigurationPage, type SpendscopeSettings } from './pages/configuration/ConfigurationPage';
import { loadTranslations } from './shared/i18n/loadTranslations';

loadTranslations();

export const plugin = new AppPlugin<SpendscopeSettings>().setRootPage(AppRoot).addConfigPage({
  // Grafana shows it as a tab of the plugin's page; its title is read before translations are there.
  title: 'Configuration',
  icon: 'cog',
  id: 'configuration',
  body: ConfigurationPage,
});
