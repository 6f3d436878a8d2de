import { Button } from '@grafana/ui';
import type { ActionDefinition, InterventionResult, ReasonCode, ReleaseRequest } from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import { spendscopeApi } from '../api/spendscopeApi';
import { t } from '../i18n/t';
import { ActDialog } from './ActDialog';
import { ReasonFields } from './ReasonFields';
import { SubmitError } from './SubmitError';
import { inLanguage } from './actionTexts';
import { type InterventionForm, formFaults } from './requestOf';
import type { RowIntervention } from './rowStatus';
import { useSubmit } from './useSubmit';

interface ReleaseDialogProps {
  definition: ActionDefinition;
  /** Active, so it has an id. */
  intervention: RowIntervention & { id: string };
  reasonCodes: readonly ReasonCode[];
  language: string;
  onSend: () => void;
  onFail: () => void;
  onDone: (result: InterventionResult) => void;
  onDismiss: () => void;
}

/** Ends what is in force, for a reason. */
export function ReleaseDialog(props: ReleaseDialogProps): JSX.Element {
  const { definition, intervention, reasonCodes, language, onSend, onFail, onDone, onDismiss } = props;
  const [form, setForm] = useState<InterventionForm>({ comment: '', ticket: '' });
  const [tried, setTried] = useState(false);
  const release = useCallback(
    (body: ReleaseRequest, key: string) => spendscopeApi.release(intervention.id, body, key),
    [intervention.id]
  );
  const { sending, slow, error, submit } = useSubmit(release, intervention.id);

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (!form.reasonCode || formFaults(form).length > 0) {
      return;
    }
    onSend();
    const comment = form.comment.trim();
    const result = await submit({ reasonCode: form.reasonCode, ...(comment ? { comment } : {}) });
    if (result) {
      onDone(result);
    } else {
      onFail();
    }
  };

  const dismiss = sending && !slow ? undefined : onDismiss;

  return (
    <ActDialog
      title={t('interventions.releaseTitle', 'Release {{target}}: end “{{action}}”?', {
        target: intervention.target.id,
        action: inLanguage(definition.label, language),
      })}
      effect={t('interventions.releaseEffect', 'It ends at once. The record of it stays.')}
      onDismiss={dismiss}
      buttons={
        <>
          <Button variant="secondary" fill="outline" onClick={onDismiss} disabled={sending && !slow}>
            {t('interventions.cancel', 'Cancel')}
          </Button>
          <Button onClick={() => void onConfirm()} variant="primary" icon="unlock" disabled={sending}>
            {sending ? t('interventions.state.releasing', 'releasing…') : t('interventions.release', 'Release')}
          </Button>
        </>
      }
    >
      <ReasonFields form={form} onChange={setForm} reasonCodes={reasonCodes} disabled={sending} showFaults={tried} />
      {error && <SubmitError error={error} />}
    </ActDialog>
  );
}
