import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { ReactElement, ReactNode } from 'react';

const getStyles = (theme: GrafanaTheme2): { page: string } => ({
  page: css({ margin: '0 auto', maxWidth: 1200, padding: theme.spacing(3, 4), width: '100%' }),
});

/** A page with Grafana's margins. */
export function Page({ children }: { children: ReactNode }): ReactElement {
  return <div className={useStyles2(getStyles).page}>{children}</div>;
}

export function LoadingPage({ what }: { what: string }): ReactElement {
  return (
    <Page>
      <LoadingPlaceholder text={`Loading ${what}…`} />
    </Page>
  );
}

/** A page that could not be shown: what happened, and what to do. */
export function ProblemPage({ title, fix }: { title: string; fix: string }): ReactElement {
  return (
    <Page>
      <EmptyState variant="not-found" message={title} role="alert">
        {fix}
      </EmptyState>
    </Page>
  );
}
