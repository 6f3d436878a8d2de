import { dateTimeFormat } from '@grafana/data';
import { Button, Field, TextArea, useStyles2 } from '@grafana/ui';
import type { ListedModel, ModelDecision, ModelRequest } from '@spendscope/contracts';
import { type JSX, useCallback, useId, useState } from 'react';
import { modelApi } from '../../shared/api/modelApi';
import { t } from '../../shared/i18n/t';
import { FormDialog } from '../../shared/interventions/FormDialog';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { Facts } from '../Facts';
import { leastReason } from '../interventions/ReasonText';
import { getPageStyles } from '../page.styles';
import { ComparisonFacts } from './ComparisonFacts';
import { FigureTable } from './FigureTable';
import { TrialFacts } from './TrialFacts';
import { modelWords } from './modelWords';

interface DecisionDialogProps {
  model: ListedModel;
  request: ModelRequest;
  onDone: (message: string) => void;
  onDismiss: () => void;
}

/** The second person’s word on exactly what was asked for. */
export function DecisionDialog({ model, request, onDone, onDismiss }: DecisionDialogProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const id = useId();
  const [comment, setComment] = useState('');
  const [unexplained, setUnexplained] = useState(false);
  const send = useCallback(
    (given: Omit<ModelDecision, 'payloadHash'>, key: string) => modelApi.decide(request, given, key),
    [request]
  );
  const { submit, ...submission } = useSubmit(send, request.id);
  const text = comment.trim();
  const about = { model: modelWords(model.name), version: request.version };
  const wanted = model.versions.find(({ version }) => version === request.version);

  const decide = async (decision: 'approve' | 'reject'): Promise<void> => {
    const faulty = decision === 'reject' && text.length < leastReason;
    setUnexplained(faulty);
    if (!faulty && (await submit({ decision, ...(text ? { comment: text } : {}) }))) {
      onDone(
        decision === 'approve'
          ? t('models.approved', '{{model}}: {{version}} is live', about)
          : t('models.rejected', '{{model}}: {{version}} was rejected; nothing changed', about)
      );
    }
  };

  return (
    <FormDialog
      title={
        request.kind === 'promotion'
          ? t('models.approveTitle', '{{model}}: make {{version}} live?', about)
          : t('models.approveRollbackTitle', '{{model}}: roll back to {{version}}?', about)
      }
      effect={t('models.approveEffect', 'Approved, it decides at once; what is live now can be rolled back to.')}
      dirty={text !== ''}
      submission={submission}
      extra={
        <Button variant="secondary" icon="ban" disabled={submission.sending} onClick={() => void decide('reject')}>
          {t('models.reject', 'Reject')}
        </Button>
      }
      confirm={{ label: t('models.approve', 'Approve: make it live'), icon: 'check', variant: 'destructive' }}
      onConfirm={() => void decide('approve')}
      onDismiss={onDismiss}
    >
      <Facts
        facts={[
          [t('models.request.by', 'Asked for by'), request.requested_by.login],
          [t('models.request.at', 'When'), dateTimeFormat(request.requested_at, { format: 'YYYY-MM-DD HH:mm' })],
          [t('models.request.why', 'Why'), request.reason],
          [t('models.request.live', 'Live when it was asked for'), request.live ?? '–'],
          [
            t('models.request.hash', 'SHA-256 of the request'),
            <code className={styles.hash}>{request.payload_hash}</code>,
          ],
        ]}
      />
      <FigureTable live={model.versions.find(({ alias }) => alias === 'live')} other={wanted} />
      {wanted?.trial && <TrialFacts trial={wanted.trial} />}
      <ComparisonFacts version={request.version} comparison={wanted?.comparison} />
      <Field
        htmlFor={id}
        label={t('models.comment', 'Comment')}
        description={t('models.commentHint', 'Needed to reject; it is recorded')}
        invalid={unexplained}
        error={t('models.commentMissing', 'Say why it is rejected.')}
      >
        <TextArea
          id={id}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus, and not on its button.
          autoFocus
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
