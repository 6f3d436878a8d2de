import { Field, RadioButtonGroup, TextArea } from '@grafana/ui';
import type { ReviewEntry, ReviewVerdict } from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import { feedbackApi } from '../../shared/api/feedbackApi';
import { verdictMeaning, verdictWords, verdicts } from '../../shared/feedback/labelWords';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';

interface CloseReviewDialogProps {
  entry: ReviewEntry;
  onDone: () => void;
  onDismiss: () => void;
}

/** Says what was found. The alert’s own rule stays as it is. */
export function CloseReviewDialog({ entry, onDone, onDismiss }: CloseReviewDialogProps): JSX.Element {
  const [outcome, setOutcome] = useState<ReviewVerdict['outcome']>();
  const [comment, setComment] = useState('');
  const { id } = entry;
  const close = useCallback((body: ReviewVerdict, key: string) => feedbackApi.closeReview(id, body, key), [id]);
  const { submit, ...submission } = useSubmit(close, id);
  const onConfirm = async (): Promise<void> => {
    const text = comment.trim();
    if (outcome && (await submit({ outcome, ...(text ? { comment: text } : {}) }))) {
      onDone();
    }
  };
  return (
    <FormDialog
      title={t('reviews.dialog', 'What was it?')}
      effect={entry.review.title}
      dirty={outcome !== undefined || comment.trim() !== ''}
      submission={submission}
      confirm={{
        label: outcome
          ? t('reviews.confirm', 'Close: {{outcome}}', { outcome: verdictWords(outcome) })
          : t('reviews.choose', 'Close the alert'),
        icon: 'check',
        disabled: outcome === undefined,
      }}
      onConfirm={() => void onConfirm()}
      onDismiss={onDismiss}
    >
      <Field label={t('reviews.outcome', 'What did you find?')} description={outcome && verdictMeaning(outcome)}>
        <RadioButtonGroup
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus, and not on its button.
          autoFocus
          disabled={submission.sending}
          options={verdicts.map((value) => ({ value, label: verdictWords(value) }))}
          value={outcome}
          onChange={setOutcome}
        />
      </Field>
      <Field htmlFor="spendscope-review-comment" label={t('interventions.form.comment', 'Comment')}>
        <TextArea
          id="spendscope-review-comment"
          rows={2}
          maxLength={1000}
          disabled={submission.sending}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
