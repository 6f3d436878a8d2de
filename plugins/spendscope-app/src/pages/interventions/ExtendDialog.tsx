import type {
  ActionDefinition,
  ExtensionRequest,
  Intervention,
  InterventionResult,
  ReasonCode,
} from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import { interventionApi } from '../../shared/api/interventionApi';
import { t } from '../../shared/i18n/t';
import { DurationField } from '../../shared/interventions/DurationField';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { ReasonFields } from '../../shared/interventions/ReasonFields';
import { durationWords, inLanguage } from '../../shared/interventions/actionTexts';
import { formFaults, initialForm } from '../../shared/interventions/requestOf';
import { useSubmit } from '../../shared/interventions/useSubmit';

interface ExtendDialogProps {
  definition: ActionDefinition;
  intervention: Intervention;
  reasonCodes: readonly ReasonCode[];
  language: string;
  onDone: (result: InterventionResult) => void;
  onDismiss: () => void;
}

/** Gives what is in force another end, counted from now. */
export function ExtendDialog(props: ExtendDialogProps): JSX.Element {
  const { definition, intervention, reasonCodes, language, onDone, onDismiss } = props;
  const [form, setForm] = useState(() => initialForm(definition));
  const [tried, setTried] = useState(false);
  const extend = useCallback(
    (body: ExtensionRequest, key: string) => interventionApi.extend(intervention.id, body, key),
    [intervention.id]
  );
  const { submit, ...submission } = useSubmit(extend, intervention.id);
  const time = durationWords(form.durationSec);

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (!form.reasonCode || formFaults(form).length > 0) {
      return;
    }
    const comment = form.comment.trim();
    const result = await submit({
      reasonCode: form.reasonCode,
      ...(form.durationSec === undefined ? { permanent: true } : { durationSec: form.durationSec }),
      ...(comment ? { comment } : {}),
    });
    if (result) {
      onDone(result);
    }
  };

  return (
    <FormDialog
      title={t('interventionsPage.extendTitle', 'Extend “{{action}}” on {{target}} {{time}}?', {
        action: inLanguage(definition.label, language),
        target: intervention.target.id,
        time,
      })}
      effect={t(
        'interventionsPage.extendEffect',
        'The time counts from now. The policy judges it like a new act of that length.'
      )}
      dirty={form.reasonCode !== undefined || form.comment.trim() !== ''}
      submission={submission}
      confirm={{ label: t('interventionsPage.extendConfirm', 'Extend {{time}}', { time }), icon: 'clock-nine' }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <ReasonFields
        form={form}
        onChange={setForm}
        reasonCodes={reasonCodes}
        disabled={submission.sending}
        showFaults={tried}
      >
        <DurationField
          definition={definition}
          durationSec={form.durationSec}
          disabled={submission.sending}
          onChange={(durationSec) => setForm({ ...form, durationSec })}
        />
      </ReasonFields>
    </FormDialog>
  );
}
