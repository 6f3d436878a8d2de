import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { type AnomalyHit, type CustomerSpending, type Intervention, anomalyThreshold } from '@spendscope/contracts';
import { type JSX, useMemo, useState } from 'react';
import { quarterName } from '../../../shared/customers/quarterName';
import { t } from '../../../shared/i18n/t';
import type { CallerActions } from '../../../shared/interventions/useActions';
import type { Money } from '../../../shared/money/money';
import { Section } from '../../Section';
import { actionLabel } from '../../interventions/interventionWords';
import { HistoryChart } from './HistoryChart';
import { HistoryTable } from './HistoryTable';
import { type ActMark, historyOf } from './historyOf';

interface HistorySectionProps {
  spending: CustomerSpending;
  anomalies: readonly AnomalyHit[];
  acts: readonly Intervention[];
  money: Money;
  actions: CallerActions;
  language: string;
}

/** Spend and scores over time with the acts marked, as a picture or as a table. */
export function HistorySection(props: HistorySectionProps): JSX.Element | null {
  const { spending, anomalies, acts, money, actions, language } = props;
  const styles = useStyles2(getStyles);
  const [table, setTable] = useState(false);
  const history = useMemo(
    () => historyOf(spending.quarters, anomalies, acts, quarterName),
    [spending.quarters, anomalies, acts]
  );
  if (!history) {
    return null;
  }
  const definitions = actions.value?.actions ?? [];
  const actionName = ({ intervention }: ActMark): string => actionLabel(intervention.action, definitions, language);
  const severe = history.scores.filter(({ score }) => score >= anomalyThreshold).length;
  const summary = t(
    'customer.history.summary',
    'Spend of {{quarters}} quarters, {{scores}} scores, {{severe}} of them {{threshold}} or more, {{acts}} acts',
    {
      quarters: history.quarters.length,
      scores: history.scores.length,
      severe,
      threshold: anomalyThreshold.toFixed(1),
      acts: history.acts.length,
    }
  );
  return (
    <Section
      boxed
      title={t('customer.history.title', 'How did spend and scores go, and what was done?')}
      note={
        <Button size="sm" fill="text" icon={table ? 'chart-line' : 'table'} onClick={() => setTable(!table)}>
          {table ? t('customer.history.asChart', 'Show as chart') : t('customer.history.asTable', 'Show as table')}
        </Button>
      }
    >
      {table ? (
        <div className={styles.table}>
          <HistoryTable history={history} money={money} actionName={actionName} />
        </div>
      ) : (
        <HistoryChart history={history} money={money} summary={summary} actionName={actionName} />
      )}
      <ul className={styles.legend}>
        <li>{t('customer.history.bars', '▮ spend by quarter')}</li>
        <li>
          {t('customer.history.dots', '● score, larger and red from {{threshold}} on', {
            threshold: anomalyThreshold.toFixed(1),
          })}
        </li>
        <li>{t('customer.history.marks', '▼ act on the account')}</li>
      </ul>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'legend' | 'table', string> => ({
  table: css({ maxHeight: 320, overflow: 'auto' }),
  legend: css({
    listStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
