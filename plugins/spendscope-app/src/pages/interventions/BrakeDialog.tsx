import { type JSX, useState } from 'react';
import { interventionApi } from '../../shared/api/interventionApi';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { ReasonText, leastReason } from './ReasonText';

interface BrakeDialogProps {
  onDone: (message: string) => void;
  onDismiss: () => void;
}

/** Lets acts through again without a second person. */
export function BrakeDialog({ onDone, onDismiss }: BrakeDialogProps): JSX.Element {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, ...submission } = useSubmit(interventionApi.resetBrake);
  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim().length >= leastReason && (await submit({ reason: reason.trim() }))) {
      onDone(t('controls.brakeReleased', 'The brake is off'));
    }
  };
  return (
    <FormDialog
      title={t('controls.brakeDialog', 'Release the brake?')}
      effect={t(
        'controls.brakeEffect',
        'It came on because more was locked than the policy allows. Look at the last acts first: from then on acts need no second person again.'
      )}
      dirty={reason.trim() !== ''}
      submission={submission}
      confirm={{ label: t('controls.brakeConfirm', 'Release the brake'), variant: 'destructive' }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <ReasonText value={reason} onChange={setReason} disabled={submission.sending} showFault={tried} />
    </FormDialog>
  );
}
