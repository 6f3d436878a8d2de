import { Field, Input, useStyles2 } from '@grafana/ui';
import { type JSX, useState } from 'react';
import { FormDialog } from '../../../shared/interventions/FormDialog';
import { useSubmit } from '../../../shared/interventions/useSubmit';
import { ErasureCounts } from './ErasureCounts';
import { getErasureStyles } from './erasure.styles';
import type { DoneErasure, ErasureKind, PlannedErasure } from './erasureKind';

interface EraseDialogProps {
  kind: Pick<ErasureKind, 'erase' | 'words'>;
  plan: PlannedErasure;
  onDone: (receipt: DoneErasure) => void;
  onDismiss: () => void;
}

/** What cannot be undone asks for the token or login once more. */
export function EraseDialog({ kind: { erase, words }, plan, onDone, onDismiss }: EraseDialogProps): JSX.Element {
  const styles = useStyles2(getErasureStyles);
  const [typed, setTyped] = useState('');
  const { submit, ...submission } = useSubmit(erase);
  const onConfirm = async (): Promise<void> => {
    const receipt = await submit(plan);
    if (receipt) {
      onDone(receipt);
    }
  };
  return (
    <FormDialog
      title={words.title(plan.subject)}
      effect={words.effect()}
      dirty={false}
      submission={submission}
      confirm={{
        label: words.confirm(),
        icon: 'trash-alt',
        variant: 'destructive',
        disabled: typed.trim() !== plan.subject,
      }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <div className={styles.apart}>
        <ErasureCounts counts={plan.counts} />
      </div>
      <Field htmlFor="spendscope-erase-subject" label={words.type(plan.subject)}>
        <Input
          id="spendscope-erase-subject"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus, and not on its red button.
          autoFocus
          autoComplete="off"
          disabled={submission.sending}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
