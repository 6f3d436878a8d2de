import { Field, Input, TextArea } from '@grafana/ui';
import type { CustomerSelection, SavedSegment, SavedSegmentRequest } from '@spendscope/contracts';
import { useCallback, useId, useState, type JSX } from 'react';
import { segmentApi } from '../../../shared/api/segmentApi';
import { usePolling } from '../../../shared/api/usePolling';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { FormDialog } from '../../../shared/interventions/FormDialog';
import { useSubmit } from '../../../shared/interventions/useSubmit';
import { definitionText } from './definitionText';

interface SaveSegmentDialogProps {
  selection: CustomerSelection;
  /** A name to begin with. */
  suggestion?: string;
  onDone: (saved: SavedSegment) => void;
  onDismiss: () => void;
}

const mostCharacters = 80;

/** Gives a selection a name. How many it holds is asked of the service, which counts customers and not cells. */
export function SaveSegmentDialog({
  selection,
  suggestion = '',
  onDone,
  onDismiss,
}: SaveSegmentDialogProps): JSX.Element {
  const id = useId();
  const [name, setName] = useState(suggestion.slice(0, mostCharacters));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, ...submission } = useSubmit<SavedSegmentRequest, SavedSegment>(segmentApi.save);
  const count = useCallback((signal: AbortSignal) => segmentApi.customers({ selection, size: 0 }, signal), [selection]);
  const { value: counted } = usePolling(count);
  const trimmed = name.trim();

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (trimmed !== '') {
      const saved = await submit({ name: trimmed, selection, ...(note.trim() ? { note: note.trim() } : {}) });
      if (saved) {
        onDone(saved);
      }
    }
  };
  return (
    <FormDialog
      title={t('explorer.save.title', 'Save this selection as a segment?')}
      effect={[
        definitionText(selection),
        counted &&
          t('explorer.save.count', '{{number}} customers by their own values now.', {
            number: `${counted.total.relation === 'gte' ? '≥ ' : ''}${formatCount(counted.total.value)}`,
          }),
        t(
          'explorer.save.effect',
          'Its definition is kept, not its customers: a badge says when it holds a tenth more or less.'
        ),
      ]
        .filter(Boolean)
        .join(' ')}
      dirty={name !== suggestion || note !== ''}
      submission={submission}
      confirm={{ label: t('explorer.save.confirm', 'Save segment'), icon: 'save' }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <Field
        required
        htmlFor={`${id}n`}
        label={t('explorer.save.name', 'Name')}
        invalid={tried && trimmed === ''}
        error={t('explorer.save.nameMissing', 'Give it a name.')}
      >
        <Input
          id={`${id}n`}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus.
          autoFocus
          maxLength={mostCharacters}
          value={name}
          disabled={submission.sending}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field htmlFor={`${id}t`} label={t('explorer.save.note', 'Note (optional)')}>
        <TextArea
          id={`${id}t`}
          rows={2}
          maxLength={1_000}
          value={note}
          disabled={submission.sending}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
