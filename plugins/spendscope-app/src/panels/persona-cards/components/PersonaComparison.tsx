import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, type JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { baselineLabel, baselineValue, ratioText, shareText, spendShareLabel } from '../labels';
import type { PersonaCard, PersonasView } from '../types';

interface PersonaComparisonProps {
  cards: readonly [PersonaCard, PersonaCard];
  money: PersonasView['money'];
  onClose: () => void;
}

interface Row {
  label: string;
  values: readonly [string, string];
  /** Second against first. */
  difference: string;
}

const getStyles = (theme: GrafanaTheme2): Record<'box' | 'table', string> => ({
  box: css({
    overflowX: 'auto',
    padding: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(1.5),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': { padding: theme.spacing(0.5, 1), textAlign: 'right', verticalAlign: 'top', fontWeight: 400 },
    '& tbody th': { textAlign: 'left', color: theme.colors.text.secondary, fontSize: 12 },
    '& thead th': { fontWeight: theme.typography.fontWeightMedium },
    '& tr + tr > *': { borderTop: `1px solid ${theme.colors.border.weak}` },
    '& ul': { margin: 0, paddingLeft: theme.spacing(2), textAlign: 'left', fontSize: 12 },
  }),
});

function times(first: number, second: number): string {
  return first > 0 && second >= 0 ? ratioText(second / first) : '–';
}

function points(first: number, second: number): string {
  const change = (second - first) * 100;
  return Number.isNaN(change)
    ? '–'
    : `${change < 0 ? '−' : '+'}${t('personas.points', '{{points}} pts', { points: Math.abs(change).toFixed(0) })}`;
}

function churnText({ rate, low, high }: PersonaCard['churn']): string {
  return Number.isNaN(low) || Number.isNaN(high)
    ? shareText(rate)
    : `${shareText(rate)} (${(low * 100).toFixed(1)} – ${(high * 100).toFixed(1)})`;
}

function rowsOf([a, b]: PersonaComparisonProps['cards'], money: PersonasView['money']): Row[] {
  return [
    {
      label: t('personas.customers', 'Customers'),
      values: [formatCount(a.size), formatCount(b.size)],
      difference: times(a.size, b.size),
    },
    {
      label: t('personas.churnInterval', 'Churn rate (95 %)'),
      values: [churnText(a.churn), churnText(b.churn)],
      difference: points(a.churn.rate, b.churn.rate),
    },
    {
      label: spendShareLabel(money),
      values: [shareText(a.spendShare), shareText(b.spendShare)],
      difference: points(a.spendShare, b.spendShare),
    },
    ...a.baselines.map(({ key, value }, i): Row => ({
      label: baselineLabel(key, money),
      values: [baselineValue(key, value, money), baselineValue(key, b.baselines[i]!.value, money)],
      difference: times(value, b.baselines[i]!.value),
    })),
    {
      label: t('personas.priorityColumn', 'Priority'),
      values: [a.priority.toFixed(2), b.priority.toFixed(2)],
      difference: times(a.priority, b.priority),
    },
  ];
}

/** Two personas side by side: their figures, how many times the second is the first, and what to do for each. */
export function PersonaComparison({ cards, money, onClose }: PersonaComparisonProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      <table className={styles.table} aria-label={t('personas.compare.label', 'Two personas side by side')}>
        <thead>
          <tr>
            <td>
              <Button size="sm" variant="secondary" icon="times" onClick={onClose}>
                {t('personas.compare.end', 'End comparison')}
              </Button>
            </td>
            {cards.map(({ cluster, title }) => (
              <th key={cluster} scope="col">
                <ClusterMark cluster={Number(cluster) || 0} /> {title}
              </th>
            ))}
            <th scope="col">{t('personas.compare.difference', 'Second against first')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(cards, money).map(({ label, values, difference }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{values[0]}</td>
              <td>{values[1]}</td>
              <td>{difference}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('personas.strategies', 'What to do')}</th>
            {cards.map(({ cluster, strategies }) => (
              <td key={cluster}>
                <ul>
                  {strategies.map(({ action }) => (
                    <li key={action}>{action}</li>
                  ))}
                </ul>
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
