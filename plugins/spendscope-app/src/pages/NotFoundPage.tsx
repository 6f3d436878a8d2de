import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../shared/i18n/t';
import { pagePaths } from './pagePaths';

export function NotFoundPage(): JSX.Element {
  return (
    <PluginPage>
      <EmptyState
        variant="not-found"
        hideImage
        message={t('pages.notFound', 'There is no such page')}
        button={<LinkButton href={pagePaths.overview}>{t('pages.toOverview', 'Go to Overview')}</LinkButton>}
      />
    </PluginPage>
  );
}
