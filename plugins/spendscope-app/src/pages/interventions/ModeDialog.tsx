import { Field, RadioButtonGroup } from '@grafana/ui';
import { type InterventionMode, interventionModes } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { interventionApi } from '../../shared/api/interventionApi';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { ReasonText, leastReason } from './ReasonText';
import { modeEffect, modeWords } from './modeWords';

interface ModeDialogProps {
  current: InterventionMode;
  /** The proposal of another person; absent: a proposal is made. */
  confirming?: { mode: InterventionMode; id: string };
  onDone: (message: string) => void;
  onDismiss: () => void;
}

/** One person proposes a mode, another says the same. */
export function ModeDialog({ current, confirming, onDone, onDismiss }: ModeDialogProps): JSX.Element {
  const choices = interventionModes.filter((each) => each !== current);
  const [mode, setMode] = useState<InterventionMode>(confirming?.mode ?? choices[0]!);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, ...submission } = useSubmit(interventionApi.switchMode);

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim().length < leastReason) {
      return;
    }
    const state = await submit({ mode, reason: reason.trim(), ...(confirming ? { confirms: confirming.id } : {}) });
    if (state) {
      onDone(
        confirming
          ? t('controls.switched', 'The mode is: {{mode}}', { mode: modeWords(state.mode) })
          : t('controls.waits', 'Proposed: {{mode}}. A second person must confirm it within an hour.', {
              mode: modeWords(mode),
            })
      );
    }
  };

  return (
    <FormDialog
      title={
        confirming
          ? t('controls.confirmTitle', 'Switch to “{{mode}}”?', { mode: modeWords(mode) })
          : t('controls.proposeTitle', 'Propose another mode?')
      }
      effect={
        confirming
          ? modeEffect(mode)
          : t('controls.proposeEffect', 'Nothing changes until a second person confirms it.')
      }
      dirty={reason.trim() !== ''}
      submission={submission}
      confirm={{
        label: confirming
          ? t('controls.confirmMode', 'Switch: {{mode}}', { mode: modeWords(mode) })
          : t('controls.propose', 'Propose: {{mode}}', { mode: modeWords(mode) }),
        variant: confirming ? 'destructive' : 'primary',
      }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      {!confirming && (
        <Field label={t('controls.modeLabel', 'Mode')} description={modeEffect(mode)}>
          <RadioButtonGroup
            disabled={submission.sending}
            options={choices.map((value) => ({ value, label: modeWords(value) }))}
            value={mode}
            onChange={setMode}
          />
        </Field>
      )}
      <ReasonText value={reason} onChange={setReason} disabled={submission.sending} showFault={tried} />
    </FormDialog>
  );
}
