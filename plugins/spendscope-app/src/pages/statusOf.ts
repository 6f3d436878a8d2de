import type { ApiError } from '../shared/api/apiError';
import { t } from '../shared/i18n/t';
import type { PanelStatus } from '../shared/state/panelState.types';

/** State of a page's part that asks the API once: nothing yet, failed, or there. */
export function statusOf(polled: { value?: unknown; error?: ApiError; refresh: () => Promise<void> }): PanelStatus {
  if (polled.value !== undefined) {
    return { kind: 'ready' };
  }
  return polled.error ? errorStatus(polled.error, () => void polled.refresh()) : { kind: 'loading-first' };
}

export function errorStatus(error: ApiError, onRetry: () => void): PanelStatus {
  return {
    kind: 'error',
    title: t('pages.error', 'The Spendscope API gave no data'),
    hint: error.message,
    details: { status: error.status || undefined, requestId: error.problem?.requestId, message: error.problem?.code },
    onRetry,
  };
}
