import { Alert, Button, Field, TextArea, useStyles2 } from '@grafana/ui';
import type { ActionDefinition, Intervention, InterventionResult } from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import { interventionApi } from '../../shared/api/interventionApi';
import { t } from '../../shared/i18n/t';
import { SubmitError } from '../../shared/interventions/SubmitError';
import { useSubmit } from '../../shared/interventions/useSubmit';
import { getPageStyles } from '../page.styles';
import { actionLabel } from './interventionWords';

type Decision = 'approve' | 'reject' | 'cancel';

interface DecisionFormProps {
  intervention: Intervention;
  /** Of the version that is shown. */
  etag: string;
  /** One’s own request can only be taken back; another’s only be decided. */
  own: boolean;
  definitions: readonly ActionDefinition[];
  language: string;
  login: string;
  comment: string;
  onComment: (comment: string) => void;
  onDone: (result: InterventionResult, decision: Decision) => void;
  /** Reads the request again after somebody changed it. */
  onReread: () => void;
}

/** Fewest characters that say why a request is refused. */
const leastReason = 3;

/** What the service answers where the request is not the one that was read, or waits no more. */
const overtaken = new Set(['changed_meanwhile', 'not_pending', 'payload_differs', 'request_expired']);

/** The second person’s word, bound to the version and the hash that they read. */
export function DecisionForm(props: DecisionFormProps): JSX.Element {
  const { intervention, etag, own, definitions, language, login, comment, onComment, onDone, onReread } = props;
  const styles = useStyles2(getPageStyles);
  const { id, payload_hash: payloadHash, action } = intervention;
  const [tried, setTried] = useState(false);
  const send = useCallback(
    ({ decision, text }: { decision: Decision; text: string }, key: string) =>
      decision === 'cancel'
        ? interventionApi.cancel(id, etag, text, key)
        : interventionApi.decide(id, etag, { decision, payloadHash, ...(text ? { comment: text } : {}) }, key),
    [id, etag, payloadHash]
  );
  const { sending, error, submit } = useSubmit(send, id);
  const text = comment.trim();
  const unexplained = tried && text.length < leastReason;

  const decide = async (decision: Decision): Promise<void> => {
    setTried(decision === 'reject');
    if (decision === 'reject' && text.length < leastReason) {
      return;
    }
    const result = await submit({ decision, text });
    if (result) {
      onDone(result, decision);
    }
  };

  if (error && overtaken.has(error.problem?.code ?? '')) {
    return (
      <Alert severity="warning" title={t('interventionsPage.changed', 'Somebody changed this meanwhile')} role="alert">
        <p>
          {error.message}{' '}
          {t('interventionsPage.changedHint', 'Nothing of yours was carried out. What you wrote is kept.')}
        </p>
        <Button size="sm" icon="sync" onClick={onReread}>
          {t('interventionsPage.reread', 'Read it again')}
        </Button>
      </Alert>
    );
  }

  const verb = actionLabel(action, definitions, language);
  return (
    <>
      {own && (
        <p>
          {t(
            'interventionsPage.own',
            'You asked for this, so somebody else must decide: nobody approves their own request. You can take it back.'
          )}
        </p>
      )}
      <Field
        label={t('interventionsPage.comment', 'Comment')}
        description={own ? undefined : t('interventionsPage.commentHint', 'Needed to reject; it is recorded')}
        htmlFor={`spendscope-decision-${id}`}
        invalid={unexplained}
        error={t('interventionsPage.commentMissing', 'Say why it is rejected.')}
      >
        <TextArea
          id={`spendscope-decision-${id}`}
          rows={2}
          maxLength={1000}
          disabled={sending}
          value={comment}
          onChange={(event) => onComment(event.currentTarget.value)}
        />
      </Field>
      {error && <SubmitError error={error} />}
      <div className={styles.buttons}>
        {own ? (
          <Button variant="secondary" icon="times" disabled={sending} onClick={() => void decide('cancel')}>
            {t('interventionsPage.cancelRequest', 'Cancel the request')}
          </Button>
        ) : (
          <>
            <Button variant="destructive" icon="check" disabled={sending} onClick={() => void decide('approve')}>
              {t('interventionsPage.approve', 'Approve: {{verb}}', { verb })}
            </Button>
            <Button variant="secondary" icon="ban" disabled={sending} onClick={() => void decide('reject')}>
              {t('interventionsPage.reject', 'Reject')}
            </Button>
          </>
        )}
        <span className={styles.quiet}>{t('interventionsPage.recordedAs', 'Recorded as {{login}}', { login })}</span>
      </div>
    </>
  );
}
