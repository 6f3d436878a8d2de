import { AppPlugin } from '@grafana/data';
import { AppRoot } from './pages/AppRoot';
import { loadTranslations } from './shared/i18n/loadTranslations';

loadTranslations();

export const plugin = new AppPlugin().setRootPage(AppRoot);
