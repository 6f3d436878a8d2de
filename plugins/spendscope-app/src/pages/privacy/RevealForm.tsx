import { Button, Field, TextArea } from '@grafana/ui';
import type { ReasonCode, RevealResult } from '@spendscope/contracts';
import { type FormEvent, type JSX, useCallback, useState } from 'react';
import type { ApiError } from '../../shared/api/apiError';
import { asApiError } from '../../shared/api/asApiError';
import { privacyApi } from '../../shared/api/privacyApi';
import { t } from '../../shared/i18n/t';
import { ReasonCodeField } from '../../shared/interventions/ReasonCodeField';
import { SubmitError } from '../../shared/interventions/SubmitError';
import { TokenField, isToken } from '../../shared/interventions/TokenField';
import { RevealedNote } from './RevealedNote';

/** Fewest characters that the service takes as a comment. */
const leastComment = 3;

interface RevealFormProps {
  reasonCodes: readonly ReasonCode[];
  onRevealed: () => void;
}

/** Asks why before it shows anything; what it shows goes away by itself. */
export function RevealForm({ reasonCodes, onRevealed }: RevealFormProps): JSX.Element {
  const [token, setToken] = useState('');
  const [reasonCode, setReasonCode] = useState<ReasonCode>();
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<RevealResult>();
  const [error, setError] = useState<ApiError>();
  const hide = useCallback(() => setShown(undefined), []);
  const text = comment.trim();

  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isToken(token) || !reasonCode || text.length < leastComment) {
      return;
    }
    setAsking(true);
    setError(undefined);
    setShown(undefined);
    try {
      setShown(await privacyApi.reveal({ token, reasonCode, comment: text }));
      // The next look needs its own reason.
      setTried(false);
      setReasonCode(undefined);
      setComment('');
    } catch (cause) {
      setError(asApiError(cause));
    }
    setAsking(false);
    onRevealed();
  };

  return (
    <form onSubmit={(event) => void ask(event)}>
      <TokenField value={token} onChange={setToken} disabled={asking} showFault={tried} />
      <ReasonCodeField
        inPage
        reasonCode={reasonCode}
        reasonCodes={reasonCodes}
        disabled={asking}
        showFault={tried}
        onChange={setReasonCode}
      />
      <Field
        required
        htmlFor="spendscope-reveal-comment"
        label={t('privacy.reveal.why', 'Why do you have to know?')}
        description={t('privacy.reveal.whyHint', 'It is recorded with your name before anything is shown')}
        invalid={tried && text.length < leastComment}
        error={t('privacy.reveal.whyMissing', 'Say why, in a few words.')}
      >
        <TextArea
          id="spendscope-reveal-comment"
          rows={2}
          maxLength={1000}
          disabled={asking}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </Field>
      {error && <SubmitError error={error} />}
      <Button type="submit" icon="eye" disabled={asking}>
        {t('privacy.reveal.ask', 'Reveal and record')}
      </Button>
      <div aria-live="polite">{shown && <RevealedNote result={shown} onHide={hide} />}</div>
    </form>
  );
}
