import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, TextLink, ToolbarButton, useStyles2, useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { topBarHeight } from '../services/topBarHeight';
import { LanguageSwitch } from './LanguageSwitch';
import { PreviewBadge } from './PreviewBadge';
import { UserSwitch } from './UserSwitch';
import { useCurrentBreadcrumbs } from './breadcrumbs';
import type { ThemeMode } from './theme';

interface Props {
  isMenuOpen: boolean;
  onToggleMenu: () => void;
  onThemeChange: (mode: ThemeMode) => void;
}

/** The bar over every page: the menu's button, where one is, what this is, theme and user. */
export function TopBar({ isMenuOpen, onToggleMenu, onThemeChange }: Props): ReactElement {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const crumbs = useCurrentBreadcrumbs();
  const other: ThemeMode = theme.isDark ? 'light' : 'dark';
  return (
    <header className={styles.bar} data-testid="data-testid Nav toolbar">
      <IconButton
        name="bars"
        size="xl"
        variant="secondary"
        aria-label={isMenuOpen ? 'Close menu' : 'Open menu'}
        aria-expanded={isMenuOpen}
        aria-controls="preview-menu"
        onClick={onToggleMenu}
      />
      <nav aria-label="Breadcrumbs" className={styles.crumbs}>
        <ol>
          <li>
            <TextLink href="/" inline color="secondary">
              Home
            </TextLink>
          </li>
          {crumbs
            .filter((crumb) => crumb.text !== 'Home')
            .map((crumb) => (
              <li key={crumb.text}>
                {crumb.url ? (
                  <TextLink href={crumb.url} inline color="secondary">
                    {crumb.text}
                  </TextLink>
                ) : (
                  <span>{crumb.text}</span>
                )}
              </li>
            ))}
        </ol>
      </nav>
      <div className={styles.tools}>
        <PreviewBadge />
        <ToolbarButton
          icon="adjust-circle"
          aria-label={`Change to the ${other} theme`}
          tooltip={`Change to the ${other} theme`}
          onClick={() => onThemeChange(other)}
        />
        <LanguageSwitch />
        <UserSwitch />
      </div>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2): { bar: string; crumbs: string; tools: string } => ({
  bar: css({
    alignItems: 'center',
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    gap: theme.spacing(1.5),
    height: topBarHeight,
    left: 0,
    padding: theme.spacing(0, 1.5),
    position: 'fixed',
    right: 0,
    top: 0,
    zIndex: theme.zIndex.navbarFixed,
  }),
  crumbs: css({
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    ol: { display: 'flex', gap: theme.spacing(1), listStyle: 'none', whiteSpace: 'nowrap' },
    'li + li::before': { color: theme.colors.text.secondary, content: '"›"', marginRight: theme.spacing(1) },
    [theme.breakpoints.down('md')]: {
      'li:not(:last-child)': { display: 'none' },
      'li + li::before': { content: 'none' },
    },
  }),
  tools: css({ alignItems: 'center', display: 'flex', flexShrink: 0, gap: theme.spacing(1) }),
});
