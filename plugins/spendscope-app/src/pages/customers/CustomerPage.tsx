import { type NavModelItem } from '@grafana/data';
import { PluginPage, config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { type JSX, useCallback, useState } from 'react';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { OutcomeToast } from '../../shared/interventions/OutcomeToast';
import { useActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { LabelSection } from '../feedback/LabelSection';
import { SuppressionSection } from '../feedback/SuppressionSection';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { useSegments } from '../segments/useSegments';
import { ActHistory } from './ActHistory';
import { CustomerActs } from './CustomerActs';
import { CustomerAnomalies } from './CustomerAnomalies';
import { CustomerFigures } from './CustomerFigures';
import { LastTransactions } from './LastTransactions';
import { SpendingSection } from './SpendingSection';
import { customerStatus } from './customerStatus';
import { HistorySection } from './history/HistorySection';
import { useCustomer } from './useCustomer';

const navOf = (token: string): NavModelItem => ({
  text: token,
  parentItem: { text: t('customer.crumb', 'Customer 360'), url: pagePaths.customers },
});

/** One customer: what is in force, who it is, what it is worth, whether it stays, what looked wrong, what was done. */
export function CustomerPage({ token }: { token: string }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const now = useNow();
  const language = config.bootData.user.language;
  const { profile, acts } = useCustomer(token);
  const segments = useSegments();
  const actions = useActions();
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const money = segments.value?.money ?? {};
  const known = profile.value;

  return (
    <PluginPage
      pageNav={navOf(token)}
      subTitle={t('customer.subtitle', 'All that is known of one customer, and what may be done about it.')}
    >
      <div data-testid={testIds.customers.root}>
        <PanelState status={customerStatus(profile, token)}>
          {known && (
            <>
              <CustomerActs
                token={token}
                anomalies={known.anomalies}
                acts={acts}
                actions={actions}
                language={language}
                onOutcome={setOutcome}
              />
              <CustomerFigures profile={known} segments={segments.value} money={money} />
              <HistorySection
                spending={known.spending}
                anomalies={known.anomalies}
                acts={acts.value?.items ?? []}
                money={money}
                actions={actions}
                language={language}
              />
              <CustomerAnomalies anomalies={known.anomalies} token={token} language={language} />
              <div className={styles.split}>
                <SpendingSection categories={known.spending.categories} money={money} />
                <LastTransactions transactions={known.transactions} />
              </div>
              <ActHistory acts={acts} actions={actions} language={language} now={now} />
              <div className={styles.split}>
                <LabelSection actions={actions} token={token} onOutcome={setOutcome} />
                <SuppressionSection actions={actions} token={token} onOutcome={setOutcome} />
              </div>
            </>
          )}
        </PanelState>
        {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
      </div>
    </PluginPage>
  );
}
