import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX, ReactNode } from 'react';
import { formatAmount } from '../../format/formatAmount';
import { t } from '../../i18n/t';
import { StatusBadges } from '../../interventions/StatusBadges';
import type { RowIntervention } from '../../interventions/rowStatus';
import type { AnomalyRow } from '../anomalyRow';
import { modelName } from '../cells/ModelDots';
import { ScoreBar } from '../cells/ScoreBar';
import { rowReasons } from '../reasonWords';

interface AnomalyFactsProps {
  row: AnomalyRow;
  interventions: readonly RowIntervention[];
  /** ms since 1970, for the time left. */
  now: number;
  timeZone?: string;
  /** Links. */
  children: ReactNode;
}

/** What the row says, without the table's limits: every reason, every model's own score, all of the place. */
export function AnomalyFacts({ row, interventions, now, timeZone, children }: AnomalyFactsProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const reasons = rowReasons(row, Infinity);
  const facts: [string, ReactNode][] = [
    [t('anomalies.column.score', 'Score'), <ScoreBar key="score" score={row.score} />],
    [t('anomalies.column.time', 'Time'), dateTimeFormat(row.time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss' })],
    [
      t('anomalies.column.amount', 'Amount'),
      row.amount === undefined ? undefined : formatAmount(row.amount, row.currency),
    ],
    [t('anomalies.column.merchant', 'Merchant'), [row.merchant, row.category].filter(Boolean).join(' · ')],
    [t('anomalies.column.ip', 'IP'), [row.ip, row.country].filter(Boolean).join(' · ')],
    [
      t('anomalies.column.models', 'Models'),
      <ul key="models" className={styles.list}>
        {row.models.map(({ model, score }) => (
          <li key={model}>
            {modelName(model)}: {score?.toFixed(2) ?? t('anomalies.notScored', 'not scored')}
          </li>
        ))}
      </ul>,
    ],
    [t('anomalies.column.status', 'Status'), <StatusBadges key="status" interventions={interventions} now={now} />],
  ];
  return (
    <div className={styles.root}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div>
          <dt>{t('anomalies.column.reasons', 'Why')}</dt>
          <dd>
            <ul className={styles.list}>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'root' | 'facts' | 'list', string> => ({
  root: css({ padding: theme.spacing(1.5, 2), borderBottom: `1px solid ${theme.colors.border.weak}` }),
  facts: css({
    margin: theme.spacing(0, 0, 1),
    '& > div': { display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr)', gap: theme.spacing(1) },
    '& dt': { color: theme.colors.text.secondary, fontSize: 12, lineHeight: '20px', fontWeight: 400 },
    '& dd': { margin: 0, fontSize: 13, lineHeight: '20px', overflowWrap: 'anywhere' },
  }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
});
