import { Field, RadioButtonGroup } from '@grafana/ui';
import type { ReasonCode, SuppressionEntry, SuppressionRequest } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { feedbackApi } from '../api/feedbackApi';
import { formatDurationShort } from '../format/formatDurationWords';
import { t } from '../i18n/t';
import { FormDialog } from '../interventions/FormDialog';
import { ReasonCodeField } from '../interventions/ReasonCodeField';
import { TokenField, isToken } from '../interventions/TokenField';
import { useSubmit } from '../interventions/useSubmit';

/** Days that are offered; the service takes up to the last. */
const dayChoices = [1, 7, 30, 90, 180];

interface SuppressDialogProps {
  /** Of the customer; absent: it is asked for. */
  token?: string;
  reasonCodes: readonly ReasonCode[];
  onDone: (entry: SuppressionEntry) => void;
  onDismiss: () => void;
}

/** Keeps a customer’s anomalies out of the table for a time. */
export function SuppressDialog({ token, reasonCodes, onDone, onDismiss }: SuppressDialogProps): JSX.Element {
  const [id, setId] = useState(token ?? '');
  const [days, setDays] = useState(7);
  const [reasonCode, setReasonCode] = useState<ReasonCode>();
  const [tried, setTried] = useState(false);
  const { submit, ...submission } = useSubmit<SuppressionRequest, SuppressionEntry>(feedbackApi.suppress);
  const known = isToken(id);

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (!known || !reasonCode) {
      return;
    }
    const entry = await submit({ target: { type: 'account', id }, reasonCode, days });
    if (entry) {
      onDone(entry);
    }
  };

  return (
    <FormDialog
      title={
        token
          ? t('feedback.suppress.title', 'Suppress the anomalies of {{token}}?', { token })
          : t('feedback.suppress.titleAny', 'Suppress the anomalies of a customer?')
      }
      effect={t(
        'feedback.suppress.effect',
        'The next run and the live feed mark this customer’s anomalies: dashboards and alerts leave them out until the time is over or somebody ends it. What is in force stays in force.'
      )}
      dirty={reasonCode !== undefined || id !== (token ?? '')}
      submission={submission}
      confirm={{
        label: t('feedback.suppress.confirm', 'Suppress for {{count}} days', {
          count: days,
          defaultValue_one: 'Suppress for {{count}} day',
        }),
        icon: 'eye-slash',
      }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      {token === undefined && (
        <TokenField
          label={t('feedback.suppress.token', 'Token of the customer')}
          value={id}
          onChange={setId}
          disabled={submission.sending}
          showFault={tried}
        />
      )}
      <ReasonCodeField
        reasonCode={reasonCode}
        reasonCodes={reasonCodes}
        disabled={submission.sending}
        showFault={tried}
        onChange={setReasonCode}
      />
      <Field label={t('feedback.suppress.days', 'For how long')}>
        <RadioButtonGroup
          disabled={submission.sending}
          options={dayChoices.map((value) => ({
            value,
            label: formatDurationShort(value * 86_400),
          }))}
          value={days}
          onChange={setDays}
        />
      </Field>
    </FormDialog>
  );
}
