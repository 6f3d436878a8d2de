import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import { type ReactElement, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { previewBootData } from '../bootData';
import { type DashboardHit, listDashboards } from '../dashboards/dashboardApi';
import { topBarHeight } from '../services/topBarHeight';

export const menuWidth = 260;

interface Entry {
  text: string;
  url: string;
}

interface Section {
  text: string;
  icon: IconName;
  url?: string;
  entries: Entry[];
}

function sections(dashboards: readonly DashboardHit[]): Section[] {
  const apps = previewBootData().apps.map((app): Section => ({
    text: app.name,
    icon: 'chart-line',
    url: app.pages[0]?.path,
    entries: app.pages.map((page) => ({ text: page.name, url: page.path })),
  }));
  return [
    { text: 'Home', icon: 'home-alt', url: '/', entries: [] },
    {
      text: 'Dashboards',
      icon: 'apps',
      url: '/dashboards',
      entries: dashboards.map((hit) => ({ text: hit.title, url: hit.url })),
    },
    ...apps,
  ];
}

/** The longest of the entries' addresses that the page lies under. */
function activeUrl(entries: readonly Entry[], path: string): string | undefined {
  return entries
    .map((entry) => entry.url)
    .filter((url) => path === url || path.startsWith(`${url}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The menu at the left: home, dashboards, and the pages of the apps that the user may see. */
export function NavMenu({ onNavigate }: { onNavigate: () => void }): ReactElement {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const [dashboards, setDashboards] = useState<DashboardHit[]>([]);
  useEffect(() => {
    void listDashboards().then(setDashboards, () => setDashboards([]));
  }, []);
  const link = (entry: Entry, isActive: boolean, children: ReactElement | string): ReactElement => (
    <a
      href={entry.url}
      className={cx(styles.link, isActive && styles.active)}
      aria-current={isActive ? 'page' : undefined}
      onClick={onNavigate}
    >
      {children}
    </a>
  );
  return (
    <nav
      id="preview-menu"
      aria-label="Main menu"
      className={styles.menu}
      data-testid="data-testid navigation mega-menu"
    >
      <ul className={styles.list}>
        {sections(dashboards).map((section) => {
          const active = activeUrl(section.entries, pathname);
          const heading = (
            <span className={styles.heading}>
              <Icon name={section.icon} /> {section.text}
            </span>
          );
          return (
            <li key={section.text}>
              {section.url
                ? link({ text: section.text, url: section.url }, section.url === pathname && !active, heading)
                : heading}
              {section.entries.length > 0 && (
                <ul className={cx(styles.list, styles.nested)}>
                  {section.entries.map((entry) => (
                    <li key={entry.url}>{link(entry, entry.url === active, entry.text)}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const getStyles = (
  theme: GrafanaTheme2
): Record<'menu' | 'list' | 'nested' | 'heading' | 'link' | 'active', string> => ({
  menu: css({
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    bottom: 0,
    left: 0,
    overflowY: 'auto',
    padding: theme.spacing(1),
    position: 'fixed',
    top: topBarHeight,
    width: menuWidth,
    zIndex: theme.zIndex.sidemenu,
  }),
  list: css({ listStyle: 'none' }),
  nested: css({ marginBottom: theme.spacing(1), paddingLeft: theme.spacing(3) }),
  heading: css({
    alignItems: 'center',
    display: 'inline-flex',
    fontWeight: theme.typography.fontWeightMedium,
    gap: theme.spacing(1),
  }),
  link: css({
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    display: 'block',
    padding: theme.spacing(0.75, 1),
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
  }),
  active: css({ background: theme.colors.action.selected, color: theme.colors.text.primary }),
});
