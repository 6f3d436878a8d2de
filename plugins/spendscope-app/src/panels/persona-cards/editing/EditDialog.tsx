import { Button, Field, Modal, Switch } from '@grafana/ui';
import type { PersonaEntry, PersonaWords } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { t } from '../../../shared/i18n/t';
import { SubmitError } from '../../../shared/interventions/SubmitError';
import { useEscape } from '../../../shared/interventions/useEscape';
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
  const [asked, setAsked] = useState(false);
  const saving = useSubmit(({ text, pin }: { text: PersonaWords; pin: boolean }) => save(text, pin));
  const restoring = useSubmit(restore);
  const busy = saving.sending || restoring.sending;
  const changed = JSON.stringify(words) !== JSON.stringify(before) || pinned !== (edit?.pinned ?? false);
  const whole = isComplete(words);
  const error = saving.error ?? restoring.error;
  const name = card.title;

  /** Words that were typed are not lost by a key: the second time means it. */
  const dismiss = (): void => {
    if (changed && !asked) {
      setAsked(true);
    } else {
      onDismiss();
    }
  };
  useEscape(busy ? undefined : dismiss);

  return (
    <Modal
      isOpen
      title={t('personas.edit.title', 'Edit the text of {{name}}', { name })}
      closeOnBackdropClick={false}
      closeOnEscape={false}
      onDismiss={busy ? undefined : dismiss}
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
      {asked && (
        <p role="alert">{t('personas.edit.unsaved', 'What you changed is not saved. Close once more to drop it.')}</p>
      )}
      {error && <SubmitError error={error} />}
      <Modal.ButtonRow>
        {edit && (
          <Button
            variant="secondary"
            fill="outline"
            icon="history"
            disabled={busy}
            onClick={
              () =>
              void restoring
                .submit(undefined)
                .then((done) => done && onDone(t('personas.edit.restored', 'The original text of {{name}} stands again', { name }))) // prettier-ignore
            }
          >
            {t('personas.edit.restore', 'Restore the original')}
          </Button>
        )}
        <Button variant="secondary" fill="outline" disabled={busy} onClick={dismiss}>
          {t('personas.edit.cancel', 'Cancel')}
        </Button>
        <Button
          disabled={busy || !changed || !whole}
          onClick={() =>
            void saving
              .submit({ text: words, pin: pinned })
              .then((done) => done && onDone(t('personas.edit.saved', 'Your text of {{name}} stands', { name })))
          }
        >
          {busy ? t('personas.edit.saving', 'Saving…') : t('personas.edit.save', 'Save')}
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}
