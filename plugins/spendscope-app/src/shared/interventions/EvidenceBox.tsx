import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import type { AnomalyRow } from '../anomalies/anomalyRow';
import { ScoreBar } from '../anomalies/cells/ScoreBar';
import { rowReasons } from '../anomalies/reasonWords';
import { formatAmount } from '../format/formatAmount';
import { useNow } from '../format/useNow';
import { t } from '../i18n/t';
import { StatusBadges } from './StatusBadges';
import type { RowIntervention } from './rowStatus';

interface EvidenceBoxProps {
  row?: AnomalyRow;
  interventions: readonly RowIntervention[];
}

function factsOf(row: AnomalyRow): string {
  const amount = row.amount === undefined ? undefined : formatAmount(row.amount, row.currency);
  return [...rowReasons(row), amount].filter(Boolean).join(' · ');
}

/** What speaks for the act, and what is in force already. */
export function EvidenceBox({ row, interventions }: EvidenceBoxProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const now = useNow();
  return (
    <dl className={styles.box}>
      <dt>{t('interventions.evidence', 'Evidence')}</dt>
      <dd>
        {row ? (
          <>
            <ScoreBar score={row.score} /> {factsOf(row)}
          </>
        ) : (
          t('interventions.noEvidence', 'No anomaly of this customer is known')
        )}
      </dd>
      <dt>{t('interventions.inForceNow', 'In force now')}</dt>
      <dd>
        <StatusBadges interventions={interventions} now={now} />
      </dd>
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'box', string> => ({
  box: css({
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0, 0, 2),
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontSize: 13,
    '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& dd': { margin: 0, display: 'flex', gap: theme.spacing(1), alignItems: 'center', flexWrap: 'wrap' },
  }),
});
