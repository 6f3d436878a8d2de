import { Alert, Button, useStyles2 } from '@grafana/ui';
import { type FormEvent, type JSX, useState } from 'react';
import type { ApiError } from '../../../shared/api/apiError';
import { asApiError } from '../../../shared/api/asApiError';
import { t } from '../../../shared/i18n/t';
import { SubmitError } from '../../../shared/interventions/SubmitError';
import { getPageStyles } from '../../page.styles';
import { EraseDialog } from './EraseDialog';
import { ErasureCounts } from './ErasureCounts';
import { Receipt } from './Receipt';
import { getErasureStyles } from './erasure.styles';
import type { DoneErasure, ErasureKind, PlannedErasure } from './erasureKind';

/** First what would go, then the confirmation of exactly that, then the receipt. */
export function ErasureForm({ kind }: { kind: ErasureKind }): JSX.Element {
  const { Field, words } = kind;
  const styles = useStyles2(getPageStyles);
  const own = useStyles2(getErasureStyles);
  const [subject, setSubject] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [plan, setPlan] = useState<PlannedErasure>();
  const [receipt, setReceipt] = useState<DoneErasure>();
  const [confirming, setConfirming] = useState(false);
  const [error, setError] = useState<ApiError>();

  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!kind.isSubject(subject)) {
      return;
    }
    setAsking(true);
    setError(undefined);
    setPlan(undefined);
    setReceipt(undefined);
    try {
      setPlan(await kind.plan(subject));
    } catch (cause) {
      setError(asApiError(cause));
    }
    setAsking(false);
  };

  const total = plan ? Object.values(plan.counts).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <>
      <form onSubmit={(event) => void ask(event)}>
        <Field
          value={subject}
          disabled={asking}
          showFault={tried}
          onChange={(text) => {
            setSubject(text);
            setPlan(undefined);
          }}
        />
        {error && <SubmitError error={error} />}
        <Button type="submit" variant="secondary" icon="search" disabled={asking}>
          {asking ? t('privacy.erase.counting', 'Counting…') : words.count()}
        </Button>
      </form>
      <div aria-live="polite">
        {plan && total === 0 && (
          <Alert severity="info" title={words.nothing(plan.subject)} style={{ marginTop: 16 }}>
            {words.nothingHint()}
          </Alert>
        )}
        {plan && total > 0 && (
          <div className={own.planned}>
            <h3 className={own.heading}>{t('privacy.erase.would', 'This would be erased; nothing is yet')}</h3>
            <ErasureCounts counts={plan.counts} />
            <Button variant="destructive" fill="outline" icon="trash-alt" onClick={() => setConfirming(true)}>
              {words.go(plan.subject)}
            </Button>
            <p className={styles.quiet}>
              {t('privacy.erase.quarter', 'The count holds for 15 minutes. After that it has to be made again.')}
            </p>
          </div>
        )}
        {receipt && <Receipt erasure={receipt} title={words.done(receipt.subject)} />}
      </div>
      {confirming && plan && (
        <EraseDialog
          kind={kind}
          plan={plan}
          onDismiss={() => setConfirming(false)}
          onDone={(done) => {
            setConfirming(false);
            setPlan(undefined);
            setTried(false);
            setSubject('');
            setReceipt(done);
          }}
        />
      )}
    </>
  );
}
