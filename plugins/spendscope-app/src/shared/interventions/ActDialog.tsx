import { Modal, useStyles2 } from '@grafana/ui';
import type { JSX, ReactNode } from 'react';
import { testIds } from '../testIds';
import { getDialogStyles } from './dialog.styles';
import { useEscape } from './useEscape';

interface ActDialogProps {
  /** Verb, target and time. */
  title: string;
  /** What it does to the customer. */
  effect: ReactNode;
  /** Absent while the request is on its way: the answer decides what comes next. */
  onDismiss?: () => void;
  /** From left to right. */
  buttons: ReactNode;
  children: ReactNode;
}

/** The frame of every dialog that acts: a click beside it loses nothing, Escape closes an open list first. */
export function ActDialog({ title, effect, onDismiss, buttons, children }: ActDialogProps): JSX.Element {
  const styles = useStyles2(getDialogStyles);
  useEscape(onDismiss);
  return (
    <Modal
      isOpen
      className={styles.modal}
      title={title}
      closeOnBackdropClick={false}
      closeOnEscape={false}
      onDismiss={onDismiss}
    >
      <div data-testid={testIds.interventionDialog.root}>
        <p className={styles.effect}>{effect}</p>
        {children}
        <Modal.ButtonRow>{buttons}</Modal.ButtonRow>
      </div>
    </Modal>
  );
}
