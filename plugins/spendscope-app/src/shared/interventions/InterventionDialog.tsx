import { Button } from '@grafana/ui';
import type {
  ActionDefinition,
  ActionName,
  InterventionRequest,
  InterventionResult,
  ReasonCode,
  Target,
} from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import type { AnomalyRow } from '../anomalies/anomalyRow';
import { asApiError } from '../api/asApiError';
import { spendscopeApi } from '../api/spendscopeApi';
import { t } from '../i18n/t';
import { ActDialog } from './ActDialog';
import { ChangedNote } from './ChangedNote';
import { DryRunNote } from './DryRunNote';
import { EvidenceBox } from './EvidenceBox';
import { RequestFields } from './RequestFields';
import { SubmitError } from './SubmitError';
import { durationWords, inLanguage } from './actionTexts';
import { formFaults, initialForm, requestOf } from './requestOf';
import type { RowIntervention } from './rowStatus';
import { stateDiffers } from './stateDiffers';
import { useDryRun } from './useDryRun';
import { useSeenState } from './useSeenState';
import { useSubmit } from './useSubmit';

export interface InterventionDialogProps {
  definition: ActionDefinition;
  target: Target;
  /** The anomaly that speaks for it, where there is one. */
  row?: AnomalyRow;
  interventions: readonly RowIntervention[];
  /** What the service says is in force on the target. */
  inForce: readonly ActionName[];
  reasonCodes: readonly ReasonCode[];
  language: string;
  /** Asks for what is in force again. */
  onLookAgain: () => Promise<void>;
  /** The request is on its way. */
  onSend: () => void;
  onFail: () => void;
  onDone: (result: InterventionResult, request: InterventionRequest) => void;
  onDismiss: () => void;
}

/**
 * Asks for a reason and says what will happen before anything does. Nothing is shown as done before the service says
 * so; while it works the dialog stays, and after ten seconds it may be left. What was in force when it was opened goes with
 * the request: where that changed meanwhile nothing is done, and the person looks again.
 */
export function InterventionDialog(props: InterventionDialogProps): JSX.Element {
  const { definition, target, row, interventions, reasonCodes, language, onSend, onFail, onDone, onDismiss } = props;
  const { seen, lookAgain } = useSeenState(props.inForce, props.onLookAgain);
  const [form, setForm] = useState(() => initialForm(definition));
  const [tried, setTried] = useState(false);
  const dryRun = useDryRun(requestOf(definition, target, form));
  const { refresh: askAgain } = dryRun;
  const send = useCallback(
    async (request: InterventionRequest, key: string): Promise<InterventionResult> => {
      try {
        return await spendscopeApi.intervene(request, key);
      } catch (cause) {
        await (stateDiffers(asApiError(cause)) && Promise.all([lookAgain(), askAgain()]));
        throw cause;
      }
    },
    [lookAgain, askAgain]
  );
  const { sending, slow, error, submit } = useSubmit(send);
  const changed = stateDiffers(error);
  const verb = inLanguage(definition.label, language);
  const time = durationWords(form.durationSec);

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (formFaults(form).length > 0) {
      return;
    }
    const request = requestOf(definition, target, form, { row, inForce: seen });
    onSend();
    const result = await submit(request);
    if (result) {
      onDone(result, request);
    } else {
      onFail();
    }
  };

  const dismiss = sending && !slow ? undefined : onDismiss;

  return (
    <ActDialog
      title={t('interventions.title', '{{verb}} {{target}} {{time}}?', { verb, target: target.id, time })}
      effect={inLanguage(definition.effect, language)}
      onDismiss={dismiss}
      buttons={
        <>
          <Button variant="secondary" fill="outline" onClick={onDismiss} disabled={sending && !slow}>
            {slow ? t('interventions.leave', 'Leave') : t('interventions.cancel', 'Cancel')}
          </Button>
          <Button
            onClick={() => void onConfirm()}
            variant={definition.destructive ? 'destructive' : 'primary'}
            icon={sending ? 'sync' : undefined}
            disabled={sending || dryRun.value?.allowed === false}
          >
            {sending
              ? t('interventions.requested', 'Requested…')
              : error && !changed
                ? t('interventions.retry', 'Retry: {{verb}}', { verb })
                : t('interventions.confirm', '{{verb}} {{time}}', { verb, time })}
          </Button>
        </>
      }
    >
      <EvidenceBox row={row} interventions={interventions} />
      <RequestFields
        definition={definition}
        form={form}
        onChange={setForm}
        reasonCodes={reasonCodes}
        disabled={sending}
        showFaults={tried}
      />
      <DryRunNote {...dryRun} />
      {error && (changed ? <ChangedNote /> : <SubmitError error={error} />)}
      {slow && <p role="status">{t('interventions.slow', 'Still working. It is safe to leave: the row will tell.')}</p>}
    </ActDialog>
  );
}
