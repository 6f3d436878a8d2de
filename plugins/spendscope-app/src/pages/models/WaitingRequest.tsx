import { dateTimeFormat } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import type { ModelDecision, ModelRequest } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { modelApi } from '../../shared/api/modelApi';
import { t } from '../../shared/i18n/t';
import { SubmitError } from '../../shared/interventions/SubmitError';
import { useSubmit } from '../../shared/interventions/useSubmit';

interface WaitingRequestProps {
  request: ModelRequest;
  /** Entries of the history now: with more than the request knew of it is refused. */
  seq: number;
  own: boolean;
  mayDecide: boolean;
  /** Why nobody may decide now. */
  refusal?: string;
  onDecide: () => void;
  onTakenBack: (message: string) => void;
}

/** What somebody asked for and a second person has to decide. */
export function WaitingRequest(props: WaitingRequestProps): JSX.Element {
  const { request, seq, own, mayDecide, refusal, onDecide, onTakenBack } = props;
  const send = useCallback(
    (given: Omit<ModelDecision, 'payloadHash'>, key: string) => modelApi.decide(request, given, key),
    [request]
  );
  const { submit, sending, error } = useSubmit(send, request.id);
  const about = { login: request.requested_by.login, version: request.version };
  const takeBack = async (): Promise<void> => {
    if (await submit({ decision: 'cancel' })) {
      onTakenBack(t('models.takenBack', 'Taken back; nothing changed'));
    }
  };
  return (
    <Alert
      severity="warning"
      title={
        request.kind === 'promotion'
          ? t('models.waits.promotion', '{{login}} wants {{version}} live', about)
          : t('models.waits.rollback', '{{login}} wants to roll back to {{version}}', about)
      }
    >
      <p>
        {dateTimeFormat(request.requested_at, { format: 'MM-DD HH:mm' })} · {request.reason}
      </p>
      {seq !== request.seq && (
        <p>
          {t(
            'models.waits.overtaken',
            'What is live has changed since it was asked for: it can only be rejected or taken back, and asked for again.'
          )}
        </p>
      )}
      {own ? (
        <>
          <p>{t('models.waits.own', 'You asked for it, so another person must approve it within a day.')}</p>
          <Button size="sm" variant="secondary" icon="times" disabled={sending} onClick={() => void takeBack()}>
            {t('models.takeBack', 'Take it back')}
          </Button>
        </>
      ) : mayDecide ? (
        <Button size="sm" disabled={refusal !== undefined} tooltip={refusal} onClick={onDecide}>
          {t('models.decide', 'Approve or reject…')}
        </Button>
      ) : (
        t('models.waits.noRight', 'Deciding needs the right {{right}}.', { right: 'models:operate' })
      )}
      {error && <SubmitError error={error} />}
    </Alert>
  );
}
