import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { baselineLabel, baselineValue, shareText, spendShareLabel } from '../labels';
import type { PersonasView } from '../types';

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'right',
      fontWeight: 400,
      whiteSpace: 'nowrap',
    },
    '& th:first-of-type': { textAlign: 'left' },
    '& thead th': { color: theme.colors.text.secondary, fontSize: 12 },
    '& tbody th > span': { display: 'inline-flex', gap: 6, alignItems: 'center' },
  });

/** All cards' figures, one row per persona. */
export function PersonasTable({ view }: { view: PersonasView }): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles} aria-label={t('personas.table', 'Personas in figures')}>
      <thead>
        <tr>
          <th scope="col">{t('personas.persona', 'Persona')}</th>
          <th scope="col">{t('personas.priorityColumn', 'Priority')}</th>
          <th scope="col">{t('personas.customers', 'Customers')}</th>
          <th scope="col">{t('personas.share', 'Share')}</th>
          <th scope="col">{t('personas.churn', 'Churn')}</th>
          <th scope="col">{spendShareLabel(view.money)}</th>
          {(['recency', 'frequency', 'monetary'] as const).map((key) => (
            <th key={key} scope="col">
              {baselineLabel(key, view.money)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.cards.map((card) => (
          <tr key={card.cluster}>
            <th scope="row">
              <span>
                <ClusterMark cluster={Number(card.cluster) || 0} />
                {card.title}
              </span>
            </th>
            <td>{Number.isNaN(card.priority) ? '–' : card.priority.toFixed(2)}</td>
            <td>{formatCount(card.size)}</td>
            <td>{shareText(card.share)}</td>
            <td>{shareText(card.churn.rate)}</td>
            <td>{shareText(card.spendShare)}</td>
            {card.baselines.map(({ key, value }) => (
              <td key={key}>{baselineValue(key, value, view.money)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
