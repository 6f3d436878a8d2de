import { dateTimeFormat } from '@grafana/data';
import { Alert, type AlertVariant, Button, LinkButton, Stack } from '@grafana/ui';
import type { ActionDefinition, Intervention } from '@spendscope/contracts';
import type { JSX } from 'react';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { reasonCodeLabel, stateWords } from '../../shared/interventions/actionTexts';
import { requestPath } from '../../shared/interventions/requestPath';
import type { RowIntervention } from '../../shared/interventions/rowStatus';
import { actionLabel, timeLeft } from '../interventions/interventionWords';

interface InForceAlertProps {
  intervention: RowIntervention;
  /** The whole of it, once it is there. */
  document?: Intervention;
  definitions: readonly ActionDefinition[];
  language: string;
  mayRelease: boolean;
  onAct: (kind: 'release' | 'extend', item: Intervention) => void;
}

function severityOf(state: RowIntervention['state']): AlertVariant {
  return state === 'active' || state === 'pending_approval'
    ? 'warning'
    : state === 'failed' || state === 'unknown'
      ? 'error'
      : 'info';
}

/** An act that is in force, waits or failed: until when, who asked, why, and how it ends. */
export function InForceAlert(props: InForceAlertProps): JSX.Element {
  const { intervention, document, definitions, language, mayRelease, onAct } = props;
  const { action, state, id, expiresAt } = intervention;
  const now = useNow();
  const until =
    expiresAt === undefined
      ? ''
      : t('customer.until', 'until {{time}} ({{left}})', {
          time: dateTimeFormat(expiresAt, { format: 'YYYY-MM-DD HH:mm' }),
          left: timeLeft(Date.parse(expiresAt), now),
        });
  return (
    <Alert
      severity={severityOf(state)}
      title={[`${actionLabel(action, definitions, language)}: ${stateWords(state)}`, state === 'active' && until]
        .filter(Boolean)
        .join(', ')}
    >
      <Stack direction="row" wrap="wrap" gap={1} alignItems="center" justifyContent="space-between">
        <span>
          {document &&
            t('customer.askedBy', 'Asked for by {{by}}, {{time}}. Reason: {{reason}}', {
              by: document.requested_by.login,
              time: dateTimeFormat(document.requested_at, { format: 'YYYY-MM-DD HH:mm' }),
              reason: reasonCodeLabel(document.reason_code),
            })}
        </span>
        {state === 'pending_approval' && id && (
          <LinkButton size="sm" variant="secondary" href={requestPath(id)}>
            {t('anomalies.viewRequest', 'View request')}
          </LinkButton>
        )}
        {state === 'active' && document && mayRelease && (
          <Stack direction="row" gap={1}>
            <Button size="sm" variant="secondary" fill="outline" onClick={() => onAct('extend', document)}>
              {t('interventionsPage.extend', 'Extend')}
            </Button>
            <Button size="sm" icon="unlock" onClick={() => onAct('release', document)}>
              {t('interventions.release', 'Release')}
            </Button>
          </Stack>
        )}
      </Stack>
    </Alert>
  );
}
