import { setPanelDataErrorView } from '@deep/runtime/components/PanelDataErrorView.mjs';
import { setPluginPage } from '@deep/runtime/components/PluginPage.mjs';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { NoUsableData } from '../panels/NoUsableData';
import { importPanelPlugin, loadedPanelPlugin } from '../plugins/pluginLoader';
import { PluginPageFrame } from '../shell/PluginPageFrame';
import { appEvents } from './appEvents';
import { backendSrv } from './backendSrv';
import { dataSourceSrv } from './dataSourceSrv';
import { runRequest } from './runRequest';
import { templateSrv } from './templateSrv';
import { topBarHeight } from './topBarHeight';

type Setter<Set extends (value: never) => void> = Parameters<Set>[0];

/**
 * Gives Grafana's packages what its core gives them. It has to come before plugins get their copies of the packages:
 * a copy made earlier keeps the defaults.
 */
export function installServices(): void {
  setAppEvents(appEvents as Setter<typeof setAppEvents>);
  setBackendSrv(backendSrv);
  setDataSourceSrv(dataSourceSrv);
  setTemplateSrv(templateSrv);
  setLocationSrv({ update: ({ query }) => locationService.partial(query ?? {}) });
  setRunRequest(runRequest as Setter<typeof setRunRequest>);
  setEchoSrv({ flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined });
  setPluginImportUtils({ importPanelPlugin, getPanelPluginFromCache: loadedPanelPlugin });
  setCurrentUser(config.bootData.user as Setter<typeof setCurrentUser>);
  setReturnToPreviousHook(() => () => undefined);
  setChromeHeaderHeightHook(() => topBarHeight);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setPanelDataErrorView(NoUsableData);
  setPluginPage(PluginPageFrame);
}
