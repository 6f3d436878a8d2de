import { Button } from '@grafana/ui';
import type { ListedModelVersion } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { ActDialog } from '../../shared/interventions/ActDialog';
import { Facts } from '../Facts';
import { ComparisonFacts } from './ComparisonFacts';
import { TrialFacts } from './TrialFacts';

interface VersionDialogProps {
  version: ListedModelVersion;
  onDismiss: () => void;
}

/** The card of a version: what it is, what it learnt from, what it is for and not for. */
export function VersionDialog({ version, onDismiss }: VersionDialogProps): JSX.Element {
  const { card, comparison, trial, alias } = version;
  const data = card?.data;
  return (
    <ActDialog
      title={version.version}
      effect={
        card?.what ?? t('models.card.none', 'No run has announced this version, so its card is only in its file.')
      }
      onDismiss={onDismiss}
      buttons={
        <Button variant="secondary" onClick={onDismiss}>
          {t('models.card.close', 'Close')}
        </Button>
      }
    >
      {card && (
        <Facts
          facts={[
            [t('models.card.algorithm', 'Algorithm'), card.algorithm],
            [t('models.card.target', 'Taught to tell'), card.target],
            [t('models.card.rows', 'Learnt from, rows'), data?.rows],
            [t('models.card.span', 'Data from, to'), data?.from && data.to ? `${data.from} – ${data.to}` : undefined],
            ...(data?.inputs ?? []).map(({ name, content_hash: hash }): [string, string] => [name, hash]),
            [t('models.card.use', 'For'), card.intended_use],
            [t('models.card.limits', 'Not for'), card.limits.join(' ')],
          ]}
        />
      )}
      {trial && <TrialFacts trial={trial} />}
      {alias !== 'live' && <ComparisonFacts version={version.version} comparison={comparison} />}
    </ActDialog>
  );
}
