import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Card, useStyles2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { previewBootData } from '../bootData';
import { DashboardList } from '../dashboards/DashboardList';
import { Page } from './PageStates';
import { useBreadcrumbs } from './breadcrumbs';

/** What there is: the app's pages and the dashboards. */
export function HomePage(): ReactElement {
  const styles = useStyles2(getStyles);
  useBreadcrumbs([{ text: 'Home' }]);
  const { apps } = previewBootData();
  return (
    <Page>
      <h1>Spendscope</h1>
      <p className={styles.lead}>Customer analytics on card spend and e-commerce.</p>
      {apps.map((app) => (
        <section key={app.id} className={styles.section} aria-labelledby={`pages-${app.id}`}>
          <h2 id={`pages-${app.id}`}>{app.name}</h2>
          <ul className={styles.list}>
            {app.pages.map((page) => (
              <li key={page.path}>
                <Card href={page.path} noMargin>
                  <Card.Heading>{page.name}</Card.Heading>
                </Card>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className={styles.section} aria-labelledby="home-dashboards">
        <h2 id="home-dashboards">Dashboards</h2>
        <DashboardList />
      </section>
    </Page>
  );
}

/** All dashboards, at `/dashboards`. */
export function DashboardsPage(): ReactElement {
  useBreadcrumbs([{ text: 'Dashboards' }]);
  return (
    <Page>
      <h1>Dashboards</h1>
      <DashboardList />
    </Page>
  );
}

const getStyles = (theme: GrafanaTheme2): { lead: string; section: string; list: string } => ({
  lead: css({ color: theme.colors.text.secondary, marginBottom: theme.spacing(3) }),
  section: css({ marginBottom: theme.spacing(4) }),
  list: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    listStyle: 'none',
  }),
});
