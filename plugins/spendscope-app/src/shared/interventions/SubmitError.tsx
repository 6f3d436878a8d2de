import { Alert, ClipboardButton } from '@grafana/ui';
import type { JSX } from 'react';
import type { ApiError } from '../api/apiError';
import { t } from '../i18n/t';

/** Why it failed, what to do, and the id for whoever looks into it. Read out at once. */
export function SubmitError({ error }: { error: ApiError }): JSX.Element {
  const requestId = error.problem?.requestId;
  return (
    <Alert
      severity="error"
      bottomSpacing={1}
      title={t('interventions.failed', 'Nothing was confirmed')}
      aria-live="assertive"
    >
      {error.message}{' '}
      {error.retryable && t('interventions.retrySafe', 'Retry is safe: the same request is never carried out twice.')}{' '}
      {requestId && (
        <ClipboardButton size="sm" fill="text" icon="copy" getText={() => requestId}>
          {t('interventions.copyRequestId', 'Copy request id')}
        </ClipboardButton>
      )}
    </Alert>
  );
}
