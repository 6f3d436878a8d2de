import { css } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem, PageLayoutType, usePluginContext } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { previewBootData } from '../bootData';
import { type Crumb, useBreadcrumbs } from './breadcrumbs';

/** The page's own name: what the app says, else the menu's entry for the address. */
function titleOf(pageNav: NavModelItem | undefined, path: string, appName: string): string {
  const entries = previewBootData().apps.flatMap((app) => app.pages);
  return pageNav?.text ?? entries.find((page) => page.path === path)?.name ?? appName;
}

function crumbsOf(appName: string, title: string, pageNav: NavModelItem | undefined): Crumb[] {
  const parents: Crumb[] = [];
  for (let parent = pageNav?.parentItem; parent; parent = parent.parentItem) {
    parents.unshift({ text: parent.text, url: parent.url });
  }
  return [{ text: appName }, ...parents, ...(title === appName ? [] : [{ text: title }])];
}

/** The frame that Grafana puts around an app's page: title, actions, tabs and margins. */
export function PluginPageFrame({
  children,
  pageNav,
  actions,
  info,
  subTitle,
  renderTitle,
  layout,
}: PluginPageProps): ReactElement {
  const styles = useStyles2(getStyles);
  const appName = usePluginContext()?.meta.name ?? 'App';
  const title = titleOf(pageNav, useLocation().pathname, appName);
  useBreadcrumbs(crumbsOf(appName, title, pageNav));
  if (layout === PageLayoutType.Custom) {
    return <>{children}</>;
  }
  const tabs = pageNav?.children?.filter((tab) => !tab.hideFromTabs) ?? [];
  const description = subTitle ?? pageNav?.subTitle;
  return (
    <div className={layout === PageLayoutType.Canvas ? styles.canvas : styles.page}>
      <div className={styles.header}>
        <div>
          {renderTitle ? renderTitle(title) : <h1 className={styles.title}>{title}</h1>}
          {description && <div className={styles.subtitle}>{description}</div>}
        </div>
        <div className={styles.actions}>
          {info?.map((item) => (
            <div key={item.label}>
              <small>{item.label}</small> {item.value}
            </div>
          ))}
          {actions}
        </div>
      </div>
      {tabs.length > 0 && (
        <TabsBar className={styles.tabs}>
          {tabs.map((tab) => (
            <Tab key={tab.url} label={tab.text} active={tab.active} href={tab.url} icon={tab.icon} />
          ))}
        </TabsBar>
      )}
      <div className={styles.content}>{children}</div>
    </div>
  );
}

const getStyles = (
  theme: GrafanaTheme2
): Record<'page' | 'canvas' | 'header' | 'tabs' | 'title' | 'subtitle' | 'actions' | 'content', string> => ({
  page: css({
    background: theme.colors.background.primary,
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    padding: theme.spacing(3, 4),
    [theme.breakpoints.down('md')]: { padding: theme.spacing(2) },
  }),
  canvas: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, padding: theme.spacing(2) }),
  header: css({
    alignItems: 'flex-start',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    justifyContent: 'space-between',
    marginBottom: theme.spacing(2),
  }),
  tabs: css({ marginBottom: theme.spacing(2) }),
  title: css({ marginBottom: 0 }),
  subtitle: css({ color: theme.colors.text.secondary }),
  actions: css({ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  content: css({ flexGrow: 1 }),
});
