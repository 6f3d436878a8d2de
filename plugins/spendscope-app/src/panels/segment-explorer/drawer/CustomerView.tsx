import { dateTimeFormat } from '@grafana/data';
import { ClipboardButton, LinkButton, useStyles2 } from '@grafana/ui';
import type { CustomerProfile } from '@spendscope/contracts';
import { useCallback, type JSX } from 'react';
import { reasonCodeWords } from '../../../shared/anomalies/reasonWords';
import { segmentApi } from '../../../shared/api/segmentApi';
import { usePolling } from '../../../shared/api/usePolling';
import { ChurnReasons } from '../../../shared/churn/ChurnReasons';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { CategoryBars } from '../../../shared/customers/CategoryBars';
import { customerPath } from '../../../shared/customers/customerPath';
import { formatAmount } from '../../../shared/format/formatAmount';
import { formatCount } from '../../../shared/format/formatCount';
import { formatEventDay } from '../../../shared/format/formatEventDay';
import { formatValue } from '../../../shared/format/formatValue';
import { useNow } from '../../../shared/format/useNow';
import { t } from '../../../shared/i18n/t';
import { StatusBadges } from '../../../shared/interventions/StatusBadges';
import { SubmitError } from '../../../shared/interventions/SubmitError';
import type { RowIntervention } from '../../../shared/interventions/rowStatus';
import { SkeletonRows } from '../../../shared/state/SkeletonRows';
import type { ExplorerView } from '../types';
import { QuarterLine } from './QuarterLine';
import { getDrawerStyles } from './drawer.styles';

interface CustomerViewProps {
  token: string;
  money: ExplorerView['spendFormat'];
}

/** What is in force or waits for approval, as badges show it. */
function rowInterventionsOf({ token, state }: CustomerProfile): RowIntervention[] {
  return (state?.interventions ?? [])
    .filter((one) => one.state === 'active' || one.state === 'pending_approval')
    .map(({ id, action, state: now, expires_at: expiresAt }) => ({
      id,
      action,
      state: now,
      expiresAt,
      target: { type: 'account', id: token },
    }));
}

const SHOWN = 3;
const dash = '–';

/** One customer: value, spend, risk, what was suspicious, what is in force. */
export function CustomerView({ token, money }: CustomerViewProps): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  const now = useNow();
  const load = useCallback((signal: AbortSignal) => segmentApi.profile(token, signal), [token]);
  const { value: profile, error } = usePolling(load);
  if (!profile) {
    return error ? <SubmitError error={error} /> : <SkeletonRows rows={8} />;
  }
  const { customer, spending } = profile;
  const known = [customer?.grade, customer?.age_band, customer?.region].filter(Boolean).join(' · ');
  const inForce = rowInterventionsOf(profile);
  return (
    <>
      <div className={styles.section}>
        <p style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
          {customer?.cluster !== undefined && <ClusterMark cluster={customer.cluster} />}
          {customer?.persona && <strong>{customer.persona}</strong>}
          <span className={styles.muted}>{known}</span>
          <ClipboardButton size="sm" fill="text" icon="copy" variant="secondary" getText={() => token}>
            {t('explorer.customer.copy', 'Copy token')}
          </ClipboardButton>
        </p>
        {inForce.length > 0 && <StatusBadges interventions={inForce} now={now} />}
      </div>
      <Value customer={customer} money={money} />
      <Spending spending={spending} money={money} />
      {customer?.churn_probability !== undefined && (
        <div className={styles.section}>
          <h4>{t('explorer.customer.churn', 'Probability of leaving')}</h4>
          <ChurnReasons customer={customer} money={money} />
        </div>
      )}
      <Events profile={profile} />
      <div className={styles.section} style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <LinkButton size="sm" icon="user" href={customerPath(token)}>
          {t('explorer.customer.all', 'All about this customer')}
        </LinkButton>
        <LinkButton
          size="sm"
          variant="secondary"
          icon="apps"
          href={`/d/anomaly-operations?var-customerToken=${encodeURIComponent(token)}`}
        >
          {t('explorer.customer.dashboard', 'Customer’s anomalies')}
        </LinkButton>
      </div>
    </>
  );
}

function Value({
  customer,
  money,
}: {
  customer: CustomerProfile['customer'];
  money: ExplorerView['spendFormat'];
}): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  return (
    <div className={styles.section}>
      <dl className={styles.figures}>
        <div>
          <dt>{t('explorer.axis.recency', 'Days since last order')}</dt>
          <dd>{customer?.rfm ? formatCount(customer.rfm.recency) : dash}</dd>
        </div>
        <div>
          <dt>{t('explorer.axis.frequency', 'Orders')}</dt>
          <dd>{customer?.rfm ? formatCount(customer.rfm.frequency) : dash}</dd>
        </div>
        <div>
          <dt>{t('explorer.axis.monetary', 'Net spend')}</dt>
          <dd>{customer?.rfm ? formatValue(money, customer.rfm.monetary) : dash}</dd>
        </div>
      </dl>
    </div>
  );
}

function Spending({
  spending: { quarters, categories },
  money,
}: {
  spending: CustomerProfile['spending'];
  money: ExplorerView['spendFormat'];
}): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  return (
    <>
      {quarters.length > 0 && (
        <div className={styles.section}>
          <h4>{t('explorer.customer.quarters', 'Spend by quarter')}</h4>
          <QuarterLine quarters={quarters} money={money} />
        </div>
      )}
      {categories.some(({ amount }) => amount > 0) && (
        <div className={styles.section}>
          <h4>{t('explorer.customer.categories', 'Categories of the last year')}</h4>
          <CategoryBars categories={categories} money={money} most={5} />
        </div>
      )}
    </>
  );
}

function Events({ profile: { anomalies, transactions } }: { profile: CustomerProfile }): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  return (
    <>
      <div className={styles.section}>
        <h4>{t('explorer.customer.anomalies', 'Last anomalies')}</h4>
        {anomalies.length === 0 && <p className={styles.muted}>{t('explorer.customer.noAnomalies', 'None')}</p>}
        <ul className={styles.rows}>
          {anomalies.slice(0, SHOWN).map(({ id, anomaly }) => (
            <li key={id}>
              <strong>{anomaly.anomalyScore.toFixed(2)}</strong>
              <span style={{ flex: 1 }}>{anomaly.reasons.slice(0, 2).map(reasonCodeWords).join(', ')}</span>
              <time dateTime={anomaly.timestamp}>
                {dateTimeFormat(anomaly.timestamp, { format: 'YYYY-MM-DD HH:mm' })}
              </time>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.section}>
        <h4>{t('explorer.customer.transactions', 'Last transactions')}</h4>
        {transactions.length === 0 && <p className={styles.muted}>{t('explorer.customer.noTransactions', 'None')}</p>}
        <ul className={styles.rows}>
          {transactions.slice(0, SHOWN).map((row) => (
            <li key={row.transaction_id}>
              <time dateTime={row['@timestamp']}>{formatEventDay(Date.parse(row['@timestamp']))}</time>
              <span style={{ flex: 1 }}>{row.merchant ?? row.category_large ?? row.type}</span>
              <span>{formatAmount(row.amount, row.currency)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
