import { initializeI18n } from '@deep/i18n/i18n.mjs';
import { config } from '@grafana/runtime';
import { createRoot } from 'react-dom/client';
import { preloadIcons } from './icons';
import { frameTexts } from './languages';
import { registerSharedModules } from './plugins/sharedModules';
import { fillRegistries } from './registries';
import { installServices } from './services/installServices';
import { App } from './shell/App';
import { interceptLinks } from './shell/linkInterceptor';
import './main.css';

/** The order matters: each step's comment in its own file says why it has to come before the next. */
async function boot(): Promise<void> {
  const { language, regionalFormat } = config.bootData.user;
  document.documentElement.lang = language;
  await Promise.all([
    initializeI18n({ language, ns: ['grafana'], module: frameTexts }, regionalFormat),
    preloadIcons(),
  ]);
  fillRegistries();
  installServices();
  registerSharedModules();
  interceptLinks();
  createRoot(document.getElementById('reactRoot')!).render(<App />);
}

void boot();
