import { Field, Input, RadioButtonGroup } from '@grafana/ui';
import { type SuppressionEntry, type SuppressionRequest, type ReasonCode, tokenPattern } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { feedbackApi } from '../api/feedbackApi';
import { formatDurationShort } from '../format/formatDurationWords';
import { t } from '../i18n/t';
import { FormDialog } from '../interventions/FormDialog';
import { ReasonCodeField } from '../interventions/ReasonCodeField';
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
  const known = new RegExp(tokenPattern).test(id);

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
        'The next scoring runs leave this customer out until the time is over or somebody ends it. What is in force stays in force.'
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
        <Field
          required
          htmlFor="spendscope-suppress-token"
          label={t('feedback.suppress.token', 'Token of the customer')}
          invalid={tried && !known}
          error={t('feedback.suppress.tokenFault', 'Enter a token such as C-7F3K2Q9DXA.')}
        >
          <Input
            id="spendscope-suppress-token"
            maxLength={128}
            disabled={submission.sending}
            value={id}
            onChange={(event) => setId(event.currentTarget.value.trim())}
          />
        </Field>
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
