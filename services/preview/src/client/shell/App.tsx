import { ThemeContext } from '@grafana/data';
import { config, LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Router } from 'react-router-dom';
import { Shell } from './Shell';
import { Toasts } from './Toasts';
import { useThemeSwitch } from './theme';

const history = locationService.getHistory();

const useHistoryLocation = (): ReturnType<typeof locationService.getLocation> =>
  useSyncExternalStore(
    (listener) => history.listen(listener),
    () => history.location
  );

/** The whole page: theme, address, modals, toasts and the shell. */
export function App(): ReactElement {
  const location = useHistoryLocation();
  const { theme, setMode } = useThemeSwitch();
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={location} navigator={history as never} future={{ v7_relativeSplatPath: true }}>
          <ModalsProvider>
            <Shell key={config.bootData.user.login} onThemeChange={setMode} />
            <ModalRoot />
            <PortalContainer />
            <Toasts />
          </ModalsProvider>
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
