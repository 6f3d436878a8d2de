import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { ErasurePlan, ErasureReceipt } from '@spendscope/contracts';
import { type FormEvent, type JSX, useState } from 'react';
import type { ApiError } from '../../shared/api/apiError';
import { asApiError } from '../../shared/api/asApiError';
import { privacyApi } from '../../shared/api/privacyApi';
import { t } from '../../shared/i18n/t';
import { SubmitError } from '../../shared/interventions/SubmitError';
import { TokenField, isToken } from '../../shared/interventions/TokenField';
import { getPageStyles } from '../page.styles';
import { EraseDialog } from './EraseDialog';
import { ErasureCounts } from './ErasureCounts';
import { Receipt } from './Receipt';

/** First what would go, then the confirmation of exactly that, then the receipt. */
export function ErasureForm(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const [token, setToken] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [plan, setPlan] = useState<ErasurePlan>();
  const [receipt, setReceipt] = useState<ErasureReceipt>();
  const [confirming, setConfirming] = useState(false);
  const [error, setError] = useState<ApiError>();

  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isToken(token)) {
      return;
    }
    setAsking(true);
    setError(undefined);
    setPlan(undefined);
    setReceipt(undefined);
    try {
      setPlan(await privacyApi.planErasure(token));
    } catch (cause) {
      setError(asApiError(cause));
    }
    setAsking(false);
  };

  const total = plan ? Object.values(plan.counts).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <>
      <form onSubmit={(event) => void ask(event)}>
        <TokenField
          value={token}
          disabled={asking}
          showFault={tried}
          onChange={(text) => {
            setToken(text);
            setPlan(undefined);
          }}
        />
        {error && <SubmitError error={error} />}
        <Button type="submit" variant="secondary" icon="search" disabled={asking}>
          {asking ? t('privacy.erase.counting', 'Counting…') : t('privacy.erase.dryRun', 'Count what would be erased')}
        </Button>
      </form>
      <div aria-live="polite">
        {plan && total === 0 && (
          <Alert
            severity="info"
            title={t('privacy.erase.nothing', 'Nothing is stored of {{token}}', { token })}
            style={{ marginTop: 16 }}
          >
            {t('privacy.erase.nothingHint', 'Check the token. A person who was erased before has nothing left either.')}
          </Alert>
        )}
        {plan && total > 0 && (
          <>
            <h3>{t('privacy.erase.would', 'This would be erased; nothing is yet')}</h3>
            <ErasureCounts counts={plan.counts} />
            <Button variant="destructive" fill="outline" icon="trash-alt" onClick={() => setConfirming(true)}>
              {t('privacy.erase.go', 'Erase {{token}}…', { token: plan.token })}
            </Button>
            <p className={styles.quiet}>
              {t('privacy.erase.quarter', 'The count holds for 15 minutes. After that it has to be made again.')}
            </p>
          </>
        )}
        {receipt && <Receipt receipt={receipt} />}
      </div>
      {confirming && plan && (
        <EraseDialog
          plan={plan}
          onDismiss={() => setConfirming(false)}
          onDone={(done) => {
            setConfirming(false);
            setPlan(undefined);
            setTried(false);
            setToken('');
            setReceipt(done);
          }}
        />
      )}
    </>
  );
}
