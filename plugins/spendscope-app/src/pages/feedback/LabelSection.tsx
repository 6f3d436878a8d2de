import { dateTimeFormat } from '@grafana/data';
import { Button, TextLink, useStyles2 } from '@grafana/ui';
import type { LabelEntry, LabelList } from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import { asApiError } from '../../shared/api/asApiError';
import { feedbackApi } from '../../shared/api/feedbackApi';
import { usePolling } from '../../shared/api/usePolling';
import { VerdictBadge } from '../../shared/feedback/VerdictBadge';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import type { CallerActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { PlainTable } from '../PlainTable';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';

interface LabelSectionProps {
  actions: CallerActions;
  /** Of the only customer to show; absent: everybody. */
  token?: string;
  onOutcome: (message: string) => void;
}

/** Verdicts on anomalies, newest first; one’s own can be taken back. */
export function LabelSection({ actions, token, onOutcome }: LabelSectionProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const load = useCallback((): Promise<LabelList> => feedbackApi.labels({ user: token }), [token]);
  const list = usePolling(load);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const may = actions.may('labels:write') && actions.value?.mode !== 'readonly';
  const login = actions.value?.caller.login;
  const items = list.value?.items ?? [];

  const takeBack = async ({ id, label }: LabelEntry): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      await feedbackApi.takeLabelBack(id);
      onOutcome(t('feedback.label.takenBack', 'The label on {{token}} is taken back', { token: label.user_id }));
    } catch (cause) {
      setFailure(asApiError(cause).message);
    }
    await list.refresh();
    setBusy(false);
  };

  return (
    <Section
      boxed
      title={t('feedback.label.title', 'Which anomalies were right, which wrong?')}
      note={
        list.value &&
        t('feedback.label.count', '{{shown}} of {{total}}, newest first', {
          shown: formatCount(items.length),
          total: formatCount(list.value.total),
        })
      }
    >
      <PanelState status={statusOf(list)}>
        {items.length === 0 ? (
          <p className={styles.quiet}>
            {t('feedback.label.none', 'No anomaly has a label yet. Give one in the table of anomalies, with Label.')}{' '}
            {!token && <TextLink href={pagePaths.anomalies}>{t('feedback.label.toTable', 'Open the table')}</TextLink>}
          </p>
        ) : (
          <PlainTable<LabelEntry>
            label={t('feedback.label.label', 'Labels')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'verdict',
                label: t('feedback.label.verdict', 'Verdict'),
                cell: ({ label }) => <VerdictBadge verdict={label.label} />,
              },
              ...(token
                ? []
                : [
                    {
                      key: 'customer',
                      label: t('feedback.column.customer', 'Customer'),
                      cell: ({ label }: LabelEntry) => (
                        <TextLink
                          inline={false}
                          href={`${pagePaths.anomalies}?user=${encodeURIComponent(label.user_id)}&score=0.5`}
                        >
                          {label.user_id}
                        </TextLink>
                      ),
                    },
                  ]),
              {
                key: 'anomaly',
                label: t('feedback.label.anomaly', 'Anomaly'),
                cell: ({ label }) => <code className={styles.mono}>{label.anomaly_id}</code>,
              },
              {
                key: 'by',
                label: t('feedback.column.by', 'By'),
                cell: ({ label: { by, at } }) => `${by.login}, ${dateTimeFormat(at, { format: 'MM-DD HH:mm' })}`,
              },
              ...(may
                ? [
                    {
                      key: 'acts',
                      label: <span className="sr-only">{t('feedback.column.acts', 'Actions')}</span>,
                      cell: (entry: LabelEntry) =>
                        entry.label.by.login === login && (
                          <Button
                            size="sm"
                            variant="secondary"
                            disabled={busy}
                            aria-label={t('feedback.label.takeBackOf', 'Take back the label on {{token}}', {
                              token: entry.label.user_id,
                            })}
                            onClick={() => void takeBack(entry)}
                          >
                            {t('feedback.label.takeBack', 'Take back')}
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
    </Section>
  );
}
