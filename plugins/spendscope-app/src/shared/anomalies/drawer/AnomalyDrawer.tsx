import { LinkButton } from '@grafana/ui';
import { type JSX, useCallback, useState } from 'react';
import { ActHistory } from '../../../pages/customers/ActHistory';
import { customerStatus } from '../../../pages/customers/customerStatus';
import { HistorySection } from '../../../pages/customers/history/HistorySection';
import { useCustomer } from '../../../pages/customers/useCustomer';
import { LabelSection } from '../../../pages/feedback/LabelSection';
import { SuppressionSection } from '../../../pages/feedback/SuppressionSection';
import { SideDrawer } from '../../../panels/segment-explorer/drawer/SideDrawer';
import { customerPath } from '../../customers/customerPath';
import { useNow } from '../../format/useNow';
import { t } from '../../i18n/t';
import { OutcomeToast } from '../../interventions/OutcomeToast';
import type { RowIntervention } from '../../interventions/rowStatus';
import type { CallerActions } from '../../interventions/useActions';
import { moneyIn } from '../../money/money';
import { PanelState } from '../../state/PanelState';
import type { AnomalyRow } from '../anomalyRow';
import { AnomalyFacts } from './AnomalyFacts';

interface AnomalyDrawerProps {
  row: AnomalyRow;
  interventions: readonly RowIntervention[];
  actions: CallerActions;
  /** Takes the table's place instead of standing beside it. */
  alone: boolean;
  language: string;
  timeZone?: string;
  onClose: () => void;
}

/** One row: why it stands out, what its customer did before, what was done about it, what people said of it. */
export function AnomalyDrawer(props: AnomalyDrawerProps): JSX.Element {
  const { row, interventions, actions, alone, language, timeZone, onClose } = props;
  const now = useNow();
  const { profile, acts } = useCustomer(row.customer);
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const known = profile.value;

  return (
    <SideDrawer title={row.customer} alone={alone} onClose={onClose}>
      <AnomalyFacts row={row} interventions={interventions} now={now} timeZone={timeZone}>
        <LinkButton size="sm" variant="secondary" icon="user" href={customerPath(row.customer)}>
          {t('explorer.customer.all', 'All about this customer')}
        </LinkButton>
      </AnomalyFacts>
      <div style={{ padding: 8 }}>
        <PanelState status={customerStatus(profile, row.customer)}>
          {known && (
            <HistorySection
              spending={known.spending}
              anomalies={known.anomalies}
              acts={acts.value?.items ?? []}
              money={moneyIn(row.currency)}
              actions={actions}
              language={language}
            />
          )}
        </PanelState>
        <ActHistory acts={acts} actions={actions} language={language} now={now} />
        <LabelSection actions={actions} token={row.customer} onOutcome={setOutcome} />
        <SuppressionSection actions={actions} token={row.customer} onOutcome={setOutcome} />
      </div>
      {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
    </SideDrawer>
  );
}
