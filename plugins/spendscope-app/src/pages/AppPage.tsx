import { PluginPage, hasPermission } from '@grafana/runtime';
import { ErrorBoundaryAlert } from '@grafana/ui';
import { type Right, rightAction } from '@spendscope/contracts';
import type { ComponentType, JSX } from 'react';
import { NoRight } from './NoRight';

interface AppPageProps {
  right: Right;
  page: ComponentType;
}

/** A page for those who have the right, and a clear word for those who have not. */
export function AppPage({ right, page: Page }: AppPageProps): JSX.Element {
  if (!hasPermission(rightAction(right))) {
    return (
      <PluginPage>
        <NoRight right={right} />
      </PluginPage>
    );
  }
  return (
    <ErrorBoundaryAlert>
      <Page />
    </ErrorBoundaryAlert>
  );
}
