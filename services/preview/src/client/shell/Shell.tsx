import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ErrorBoundaryAlert, useStyles2 } from '@grafana/ui';
import { type ReactElement, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { DashboardPage } from '../dashboards/DashboardPage';
import { topBarHeight } from '../services/topBarHeight';
import { AppRootPage } from './AppRootPage';
import { DashboardsPage, HomePage } from './HomePage';
import { menuWidth, NavMenu } from './NavMenu';
import { ProblemPage } from './PageStates';
import { PluginConfigPage } from './PluginConfigPage';
import { TopBar } from './TopBar';
import type { ThemeMode } from './theme';

/** Width from which the menu stands beside the page; below, it lies over it. */
const dockFrom = 1100;
const isWide = (): boolean => window.innerWidth >= dockFrom;

/** Bar, menu and the page of the current address. */
export function Shell({ onThemeChange }: { onThemeChange: (mode: ThemeMode) => void }): ReactElement {
  const styles = useStyles2(getStyles);
  const [isMenuOpen, setMenuOpen] = useState(isWide);
  const { pathname } = useLocation();
  return (
    <div className={styles.shell}>
      <a href="#pageContent" className={styles.skip}>
        Skip to main content
      </a>
      <TopBar isMenuOpen={isMenuOpen} onToggleMenu={() => setMenuOpen(!isMenuOpen)} onThemeChange={onThemeChange} />
      {isMenuOpen && <NavMenu onNavigate={() => isWide() || setMenuOpen(false)} />}
      <main id="pageContent" tabIndex={-1} className={cx(styles.page, isMenuOpen && styles.beside)}>
        <ErrorBoundaryAlert key={pathname} boundaryName="preview-page">
          <Routes>
            <Route path="/" element={<HomePage />} />
            <Route path="/login" element={<Navigate to="/" replace />} />
            <Route path="/dashboards" element={<DashboardsPage />} />
            <Route path="/d/:uid/*" element={<DashboardPage />} />
            <Route path="/a/:id/*" element={<AppRootPage />} />
            <Route path="/plugins/:id" element={<PluginConfigPage />} />
            <Route
              path="*"
              element={
                <ProblemPage
                  title="The preview has no such page"
                  fix="Dashboards and the app's pages are in the menu; the rest is Grafana's."
                />
              }
            />
          </Routes>
        </ErrorBoundaryAlert>
      </main>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): { shell: string; skip: string; page: string; beside: string } => ({
  shell: css({ display: 'flex', flexDirection: 'column', minHeight: '100vh' }),
  skip: css({
    background: theme.colors.background.elevated,
    left: theme.spacing(1),
    padding: theme.spacing(1),
    position: 'fixed',
    top: -60,
    zIndex: theme.zIndex.portal,
    '&:focus': { top: theme.spacing(1) },
  }),
  page: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    outline: 'none',
    paddingTop: topBarHeight,
  }),
  beside: css({ [`@media (min-width: ${dockFrom}px)`]: { paddingLeft: menuWidth } }),
});
