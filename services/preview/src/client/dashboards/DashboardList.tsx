import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Card, useStyles2 } from '@grafana/ui';
import { type ReactElement, useEffect, useState } from 'react';
import { type DashboardHit, listDashboards } from './dashboardApi';

/** Every dashboard, each a card that opens it. */
export function DashboardList(): ReactElement {
  const styles = useStyles2(getStyles);
  const [hits, setHits] = useState<DashboardHit[]>();
  useEffect(() => {
    void listDashboards().then(setHits, () => setHits([]));
  }, []);
  if (hits?.length === 0) {
    return <p>There are no dashboards yet. Make them with “npm run generate”, then reload this page.</p>;
  }
  return (
    <ul className={styles.list}>
      {hits?.map((hit) => (
        <li key={hit.uid}>
          <Card href={hit.url} noMargin>
            <Card.Heading>{hit.title}</Card.Heading>
            {hit.description && <Card.Description>{hit.description}</Card.Description>}
          </Card>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2): { list: string } => ({
  list: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
    listStyle: 'none',
  }),
});
