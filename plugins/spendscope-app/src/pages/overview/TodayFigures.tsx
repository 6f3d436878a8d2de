import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { spanDay } from '../../shared/data/spanDay';
import { formatCount, formatShare } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import type { OverviewData } from './useOverview';

interface Figure {
  label: string;
  value: string;
  note: string;
}

function comparison(now: number, before: number): string {
  const difference = now - before;
  if (difference === 0) {
    return t('overview.figure.same', '▬ as many as the 24 hours before');
  }
  return difference > 0
    ? t('overview.figure.more', '▲ {{difference, number}} more than the 24 hours before', { difference })
    : t('overview.figure.fewer', '▼ {{difference, number}} fewer than the 24 hours before', {
        difference: -difference,
      });
}

function anomaliesFigure({ anomalies, before, span }: OverviewData): Figure[] {
  const value = formatCount(anomalies.total.value);
  if (span.kind === 'no-transactions') {
    return [];
  }
  return span.kind === 'past'
    ? [
        {
          label: t('overview.figure.anomaliesPast', 'Anomalies, score ≥ 0.8, all data'),
          value,
          note: t('overview.figure.span', '{{from}} to {{to}}', {
            from: spanDay(span.from, span),
            to: spanDay(span.to, span),
          }),
        },
      ]
    : [
        {
          label: t('overview.figure.anomalies', 'Anomalies, score ≥ 0.8, 24 hours'),
          value,
          note: comparison(anomalies.total.value, before?.total.value ?? 0),
        },
      ];
}

function figures(data: OverviewData): Figure[] {
  const { active, segments } = data;
  const customers = segments.segments.reduce((sum, { size }) => sum + size, 0);
  const leaving = segments.segments.reduce((sum, { size, churn_rate: rate }) => sum + size * rate, 0);
  const locks = active.items.filter(({ action }) => action === 'lock_account').length;
  const list: Figure[] = [
    ...anomaliesFigure(data),
    {
      label: t('overview.figure.inForce', 'Actions in force'),
      value: formatCount(active.total),
      note: t('overview.figure.locks', '{{locks, number}} locks, {{others, number}} others', {
        locks,
        others: active.items.length - locks,
      }),
    },
  ];
  if (customers > 0) {
    list.push(
      {
        label: t('overview.figure.customers', 'Customers'),
        value: formatCount(customers),
        note: t('overview.figure.segments', 'in {{count}} segments', { count: segments.segments.length }),
      },
      {
        label: t('overview.figure.leaving', 'Customers likely to leave'),
        value: formatCount(Math.round(leaving)),
        note: t('overview.figure.leavingShare', '{{share}} of all', { share: formatShare(leaving / customers) }),
      }
    );
  }
  return list;
}

/** Key figures, each with what it is compared with. */
export function TodayFigures({ data }: { data: OverviewData }): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.figures}>
      {figures(data).map(({ label, value, note }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'figures' | 'figure' | 'value' | 'note', string> => ({
  figures: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(2),
    margin: 0,
  }),
  figure: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(1.5, 2),
    '& dt': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    },
    '& dd': { margin: 0 },
  }),
  value: css({
    fontSize: 28,
    lineHeight: '32px',
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
