import type { WishTaken } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { jobApi } from '../../shared/api/jobApi';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { ReasonText, leastReason } from '../interventions/ReasonText';

/** What is asked for: a job to be started, or a run of it to end. */
export type Asked = { kind: 'run'; job: string; command: string } | { kind: 'cancel'; job: string; id: string };

interface WishDialogProps {
  asked: Asked;
  onDone: (taken: WishTaken) => void;
  onDismiss: () => void;
}

/** Confirms what changes what the machines do, with a reason that is recorded. */
export function WishDialog({ asked, onDone, onDismiss }: WishDialogProps): JSX.Element {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isRun = asked.kind === 'run';
  const run = useSubmit(jobApi.run);
  const cancel = useSubmit(jobApi.cancel);
  const { job } = asked;
  const onConfirm = async (): Promise<void> => {
    setTried(true);
    const why = reason.trim();
    if (why.length < leastReason) {
      return;
    }
    const taken = isRun ? await run.submit({ job, reason: why }) : await cancel.submit({ id: asked.id, reason: why });
    if (taken) {
      onDone(taken);
    }
  };
  const submission = isRun ? run : cancel;
  return (
    <FormDialog
      title={isRun ? t('jobs.runDialog', 'Run {{job}} now?', { job }) : t('jobs.cancelDialog', 'Cancel the run of {{job}}?', { job })} // prettier-ignore
      effect={
        isRun
          ? t('jobs.runEffect', 'The scheduler starts it within seconds, or as soon as what runs now is over: {{command}}', {
              command: asked.command,
            })
          : t('jobs.cancelEffect', 'The scheduler tells it to end. What it has already written stays; the next run goes on or begins anew.') // prettier-ignore
      }
      dirty={reason.trim() !== ''}
      submission={submission}
      confirm={
        isRun
          ? { label: t('jobs.runConfirm', 'Run it'), icon: 'play' }
          : { label: t('jobs.cancelConfirm', 'End the run'), variant: 'destructive' }
      }
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <ReasonText value={reason} onChange={setReason} disabled={submission.sending} showFault={tried} />
    </FormDialog>
  );
}
