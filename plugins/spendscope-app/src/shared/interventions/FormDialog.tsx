import { Alert, Button, type ButtonVariant, type IconName } from '@grafana/ui';
import { type JSX, type ReactNode, useEffect, useState } from 'react';
import { t } from '../i18n/t';
import { ActDialog } from './ActDialog';
import { SubmitError } from './SubmitError';
import type { Submission } from './useSubmit';

interface FormDialogProps {
  title: string;
  effect: ReactNode;
  /** Something was written that dismissing would lose. */
  dirty: boolean;
  submission: Pick<Submission<never, never>, 'sending' | 'slow' | 'error'>;
  /** The verb, never “OK”. */
  confirm: { label: string; icon?: IconName; variant?: ButtonVariant; disabled?: boolean };
  onConfirm: () => void;
  onDismiss: () => void;
  /** Another act on the same thing, before the buttons. */
  extra?: ReactNode;
  children: ReactNode;
}

/** A dialog with a form: says why sending failed, and asks before it throws away what was written. */
export function FormDialog(props: FormDialogProps): JSX.Element {
  const { title, effect, dirty, submission, confirm, onConfirm, onDismiss, children } = props;
  const { sending, slow, error } = submission;
  const [asking, setAsking] = useState(false);
  useLeaveGuard(dirty);

  const locked = sending && !slow;
  const dismiss = (): void => {
    if (asking) {
      setAsking(false);
    } else if (dirty && !sending) {
      setAsking(true);
    } else {
      onDismiss();
    }
  };

  return (
    <ActDialog
      title={title}
      effect={effect}
      onDismiss={locked ? undefined : dismiss}
      buttons={
        asking ? (
          <>
            {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the question must be heard, its safe answer first. */}
            <Button autoFocus variant="secondary" fill="outline" onClick={() => setAsking(false)}>
              {t('shared.form.keep', 'Keep writing')}
            </Button>
            <Button variant="destructive" onClick={onDismiss}>
              {t('shared.form.discard', 'Discard it')}
            </Button>
          </>
        ) : (
          <>
            {props.extra}
            <Button variant="secondary" fill="outline" onClick={dismiss} disabled={locked}>
              {slow ? t('interventions.leave', 'Leave') : t('interventions.cancel', 'Cancel')}
            </Button>
            <Button
              variant={confirm.variant ?? 'primary'}
              icon={sending ? 'sync' : confirm.icon}
              disabled={sending || confirm.disabled}
              onClick={onConfirm}
            >
              {sending ? t('interventions.requested', 'Requested…') : confirm.label}
            </Button>
          </>
        )
      }
    >
      {children}
      {error && <SubmitError error={error} />}
      {asking && (
        <Alert severity="warning" bottomSpacing={1} title={t('shared.form.unsent', 'What you wrote is not sent')} />
      )}
    </ActDialog>
  );
}

/** The browser asks before the page goes while something is unsent. */
function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) {
      return undefined;
    }
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [dirty]);
}
