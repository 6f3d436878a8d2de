import { Alert } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../i18n/t';

/** The target is not as it was looked at: no fault, but a decision to be made anew. Read out at once. */
export function ChangedNote(): JSX.Element {
  return (
    <Alert
      severity="warning"
      bottomSpacing={1}
      title={t('interventions.changed', 'It changed meanwhile: look at it again')}
      aria-live="assertive"
    >
      {t(
        'interventions.changedHint',
        'Nothing was done. “In force now” is up to date, what you wrote is kept: confirm again if you still mean it.'
      )}
    </Alert>
  );
}
