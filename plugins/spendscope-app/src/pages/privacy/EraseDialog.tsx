import { Field, Input } from '@grafana/ui';
import type { ErasurePlan, ErasureReceipt } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { privacyApi } from '../../shared/api/privacyApi';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { ErasureCounts } from './ErasureCounts';

interface EraseDialogProps {
  plan: ErasurePlan;
  onDone: (receipt: ErasureReceipt) => void;
  onDismiss: () => void;
}

/** What cannot be undone asks for the token once more. */
export function EraseDialog({ plan, onDone, onDismiss }: EraseDialogProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const { submit, ...submission } = useSubmit<ErasurePlan, ErasureReceipt>(privacyApi.erase);
  const onConfirm = async (): Promise<void> => {
    const receipt = await submit(plan);
    if (receipt) {
      onDone(receipt);
    }
  };
  return (
    <FormDialog
      title={t('privacy.erase.dialog', 'Erase {{token}} for ever?', { token: plan.token })}
      effect={t(
        'privacy.erase.effect',
        'Their documents, originals and texts go. The audit chain keeps keyed hashes only, and still verifies. Nobody can undo this.'
      )}
      dirty={false}
      submission={submission}
      confirm={{
        label: t('privacy.erase.confirm', 'Erase this person'),
        icon: 'trash-alt',
        variant: 'destructive',
        disabled: typed.trim() !== plan.token,
      }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <ErasureCounts counts={plan.counts} />
      <Field
        htmlFor="spendscope-erase-token"
        label={t('privacy.erase.type', 'Type the token: {{token}}', { token: plan.token })}
      >
        <Input
          id="spendscope-erase-token"
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
