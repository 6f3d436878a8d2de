import type { ApiError } from '../api/apiError';
import { t } from '../i18n/t';
import type { CallerActions } from '../interventions/useActions';
import type { PanelNotice } from '../state/panelState.types';

/** Why there are no buttons, or fewer: the service is down, does not act, or the caller may not. */
export function actionNotices(actions: CallerActions, down: ApiError | undefined): PanelNotice[] {
  if (down) {
    return [
      {
        kind: 'read-only',
        message: t('anomalies.down', 'Actions are unavailable, the table is read-only. {{reason}}', {
          reason: down.message,
        }),
        action: { label: t('anomalies.downRetry', 'Try again'), onClick: () => void actions.refresh() },
      },
    ];
  }
  if (!actions.value) {
    return [];
  }
  if (actions.value.mode === 'readonly') {
    return [
      {
        kind: 'read-only',
        message: t('anomalies.readonly', 'The service is read-only now: nothing can be locked or released.'),
      },
    ];
  }
  if (!actions.may('interventions:create')) {
    return [
      {
        kind: 'no-permission',
        message: t('anomalies.viewOnly', 'View only. Acting needs the right {{right}}.', {
          right: 'interventions:create',
        }),
      },
    ];
  }
  if (actions.value.mode === 'observe') {
    return [
      {
        kind: 'read-only',
        message: t('anomalies.observe', 'The service only observes: acts are recorded, nothing is locked.'),
      },
    ];
  }
  return [];
}
