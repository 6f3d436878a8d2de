import { Button, Field, Switch } from '@grafana/ui';
import type { PersonaEntry, PersonaWords } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { t } from '../../../shared/i18n/t';
import { FormDialog } from '../../../shared/interventions/FormDialog';
import { useSubmit } from '../../../shared/interventions/useSubmit';
import type { PersonaCard } from '../types';
import { WordsDiff } from './WordsDiff';
import { WordsForm } from './WordsForm';
import { isComplete } from './isComplete';

interface EditDialogProps {
  card: PersonaCard;
  entry: PersonaEntry;
  save: (words: PersonaWords, pinned: boolean) => Promise<unknown>;
  restore: () => Promise<unknown>;
  onDone: (said: string) => void;
  onDismiss: () => void;
}

/** Edits a persona's words beside the original; the figures are never part of them. */
export function EditDialog({ card, entry, save, restore, onDone, onDismiss }: EditDialogProps): JSX.Element {
  const { edit } = entry;
  const [before] = useState<PersonaWords>({ description: card.description, strategies: [...card.strategies] });
  const [words, setWords] = useState(before);
  const [pinned, setPinned] = useState(edit?.pinned ?? false);
  const saving = useSubmit(({ text, pin }: { text: PersonaWords; pin: boolean }) => save(text, pin));
  const restoring = useSubmit(restore);
  const busy = saving.sending || restoring.sending;
  const changed = JSON.stringify(words) !== JSON.stringify(before) || pinned !== (edit?.pinned ?? false);
  const whole = isComplete(words);
  const name = card.title;
  const submission = {
    sending: busy,
    slow: saving.slow || restoring.slow,
    error: saving.error ?? restoring.error,
  };

  return (
    <FormDialog
      title={t('personas.edit.title', 'Edit the text of {{name}}', { name })}
      effect={t(
        'personas.edit.effect',
        'Your words stand on the card for everybody, under your name; figures are not touched.'
      )}
      dirty={changed}
      submission={submission}
      confirm={{
        label: t('personas.edit.save', 'Save'),
        icon: 'save',
        disabled: !changed || !whole,
      }}
      onConfirm={() =>
        void saving
          .submit({ text: words, pin: pinned })
          .then((done) => done && onDone(t('personas.edit.saved', 'Your text of {{name}} stands', { name })))
      }
      onDismiss={onDismiss}
      extra={
        edit && (
          <Button
            variant="secondary"
            fill="outline"
            icon="history"
            disabled={busy}
            onClick={() =>
              void restoring
                .submit(undefined)
                .then(
                  (done) =>
                    done && onDone(t('personas.edit.restored', 'The original text of {{name}} stands again', { name }))
                )
            }
          >
            {t('personas.edit.restore', 'Restore the original')}
          </Button>
        )
      }
    >
      <WordsForm words={words} onChange={setWords} disabled={busy} />
      <Field
        label={t('personas.edit.pin', 'Keep over later runs')}
        description={t(
          'personas.edit.pinHint',
          'Otherwise the text ends with this run. A kept text says when its figures are older than the card’s.'
        )}
      >
        <Switch value={pinned} disabled={busy} onChange={(event) => setPinned(event.currentTarget.checked)} />
      </Field>
      {edit?.original && <WordsDiff original={edit.original} words={words} />}
      {!whole && (
        <p role="status">
          {t(
            'personas.edit.incomplete',
            'Say who they are in 20 characters or more; each strategy needs what to do, a channel, a measure and a limit.'
          )}
        </p>
      )}
    </FormDialog>
  );
}
