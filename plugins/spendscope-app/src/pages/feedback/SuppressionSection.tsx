import { dateTimeFormat } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { SuppressionEntry } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { asApiError } from '../../shared/api/asApiError';
import { feedbackApi } from '../../shared/api/feedbackApi';
import { usePolling } from '../../shared/api/usePolling';
import { SuppressDialog } from '../../shared/feedback/SuppressDialog';
import { formatDurationShort } from '../../shared/format/formatDurationWords';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { reasonCodeLabel } from '../../shared/interventions/actionTexts';
import type { CallerActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { PlainTable } from '../PlainTable';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';

interface SuppressionSectionProps {
  actions: CallerActions;
  /** Of the only customer to show; absent: everybody. */
  token?: string;
  onOutcome: (message: string) => void;
}

/** Suppressions in force, what ends first on top; each can be ended before its time. */
export function SuppressionSection({ actions, token, onOutcome }: SuppressionSectionProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const now = useNow();
  const list = usePolling(feedbackApi.suppressions);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string>();
  const [failure, setFailure] = useState('');
  const may = actions.may('labels:write') && actions.value?.mode !== 'readonly';
  const items = (list.value?.items ?? []).filter(({ suppression }) => !token || suppression.target.id === token);

  const revoke = async ({ id, suppression }: SuppressionEntry): Promise<void> => {
    setEnding(id);
    setFailure('');
    try {
      await feedbackApi.revokeSuppression(id);
      onOutcome(t('feedback.suppress.ended', 'Anomalies of {{token}} alarm again', { token: suppression.target.id }));
    } catch (cause) {
      setFailure(asApiError(cause).message);
    }
    await list.refresh();
    setEnding(undefined);
  };

  return (
    <Section
      boxed
      title={
        token
          ? t('feedback.suppress.ofOne', 'Are this customer’s anomalies suppressed?')
          : t('feedback.suppress.list', 'Whose anomalies are suppressed?')
      }
      note={
        may && (
          <Button size="sm" icon="plus" variant="secondary" onClick={() => setAdding(true)}>
            {token
              ? t('anomalies.label.suppress', 'Suppress this customer…')
              : t('feedback.suppress.add', 'Suppress a customer…')}
          </Button>
        )
      }
    >
      <PanelState status={statusOf(list)}>
        {items.length === 0 ? (
          <p className={styles.quiet}>
            {token
              ? t('feedback.suppress.notThis', 'No: they are shown and alarm.')
              : t('feedback.suppress.none', 'Nobody is left out: everybody’s anomalies are shown and alarm.')}
          </p>
        ) : (
          <PlainTable<SuppressionEntry>
            label={t('feedback.suppress.label', 'Suppressions in force')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'token',
                label: t('feedback.column.customer', 'Customer'),
                cell: ({ suppression }) => <code className={styles.mono}>{suppression.target.id}</code>,
              },
              {
                key: 'until',
                label: t('feedback.suppress.until', 'Until'),
                cell: ({ suppression: { until } }) =>
                  `${dateTimeFormat(until, { format: 'YYYY-MM-DD HH:mm' })} · ${t(
                    'feedback.suppress.left',
                    '{{time}} left',
                    {
                      time: formatDurationShort((Date.parse(until) - now) / 1_000),
                    }
                  )}`,
              },
              {
                key: 'scope',
                label: t('feedback.suppress.scope', 'Models'),
                cell: ({ suppression: { scope } }) =>
                  scope === 'all' ? t('feedback.suppress.allModels', 'all') : scope,
              },
              {
                key: 'reason',
                label: t('feedback.reasons.reason', 'Reason'),
                cell: ({ suppression }) => reasonCodeLabel(suppression.reason_code),
              },
              {
                key: 'by',
                label: t('feedback.column.by', 'By'),
                cell: ({ suppression: { by, at } }) => `${by.login}, ${dateTimeFormat(at, { format: 'MM-DD HH:mm' })}`,
              },
              ...(may
                ? [
                    {
                      key: 'end',
                      label: <span className="sr-only">{t('feedback.column.acts', 'Actions')}</span>,
                      cell: (entry: SuppressionEntry) => (
                        <Button
                          size="sm"
                          variant="secondary"
                          disabled={ending !== undefined}
                          aria-label={t('feedback.suppress.endOf', 'End the suppression of {{token}}', {
                            token: entry.suppression.target.id,
                          })}
                          onClick={() => void revoke(entry)}
                        >
                          {t('feedback.suppress.end', 'End it')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <p role="alert">{failure}</p>
      </PanelState>
      {!may && actions.value && (
        <p className={styles.quiet}>
          {t('feedback.viewOnly', 'View only. Changing this needs the right {{right}}.', { right: 'labels:write' })}
        </p>
      )}
      {adding && (
        <SuppressDialog
          token={token}
          reasonCodes={actions.value?.reasonCodes ?? []}
          onDismiss={() => setAdding(false)}
          onDone={({ suppression }) => {
            setAdding(false);
            onOutcome(t('feedback.suppress.done', '{{token}} is suppressed', { token: suppression.target.id }));
            void list.refresh();
          }}
        />
      )}
    </Section>
  );
}
