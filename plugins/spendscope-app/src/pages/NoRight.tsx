import { EmptyState, LinkButton } from '@grafana/ui';
import type { Right } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../shared/i18n/t';
import { testIds } from '../shared/testIds';
import { pagePaths } from './pagePaths';

/** Which right is missing and who can give it. */
export function NoRight({ right }: { right: Right }): JSX.Element {
  return (
    <div data-testid={testIds.noRight}>
      <EmptyState
        variant="call-to-action"
        hideImage
        message={t('pages.noRight', 'Your role does not allow this page')}
        button={<LinkButton href={pagePaths.overview}>{t('pages.toOverview', 'Go to Overview')}</LinkButton>}
      >
        {t('pages.noRightHint', 'It needs the right {{right}}. Ask a Grafana administrator for it.', { right })}
      </EmptyState>
    </div>
  );
}
