import { Badge, useStyles2 } from '@grafana/ui';
import { type ThresholdFinding, anomalyThreshold } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatCount, formatShare } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { type PlainColumn, PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';

interface ThresholdTableProps {
  items: readonly ThresholdFinding[];
  suggested: number | undefined;
}

const perDay = (value: number): string =>
  new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 }).format(value);

/** Thresholds below each other: the work, how much of it is worth it, and how often people would have been told. */
export function ThresholdTable({ items, suggested }: ThresholdTableProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const columns: PlainColumn<ThresholdFinding>[] = [
    {
      key: 'threshold',
      label: t('thresholds.column.threshold', 'Threshold'),
      cell: ({ threshold }) => (
        <span className={styles.buttons}>
          {threshold.toFixed(2)}
          {threshold === anomalyThreshold && <Badge text={t('thresholds.now', 'alert rules now')} color="blue" />}
          {threshold === suggested && <Badge text={t('thresholds.suggested', 'fits the day')} color="green" />}
        </span>
      ),
    },
    { key: 'perDay', label: t('thresholds.column.perDay', 'To look at a day'), alignRight: true, cell: (item) => perDay(item.perDay) }, // prettier-ignore
    { key: 'anomalies', label: t('thresholds.column.anomalies', 'Transactions'), alignRight: true, cell: ({ anomalies }) => formatCount(anomalies) }, // prettier-ignore
    { key: 'customers', label: t('thresholds.column.customers', 'Customers'), alignRight: true, cell: ({ customers }) => formatCount(customers) }, // prettier-ignore
    {
      key: 'precision',
      label: t('thresholds.column.precision', 'Right of those judged'),
      cell: ({ precision, judged: { truePositive, falsePositive } }) =>
        precision ? (
          <>
            {formatShare(precision.value)}{' '}
            <small className={styles.quiet}>
              {t('thresholds.precision', '{{low}} – {{high}}, {{judged}} judged', {
                low: formatShare(precision.low),
                high: formatShare(precision.high),
                judged: formatCount(truePositive + falsePositive),
              })}
            </small>
          </>
        ) : (
          <span className={styles.quiet}>{t('thresholds.unjudged', 'none judged')}</span>
        ),
    },
    {
      key: 'alert',
      label: t('thresholds.column.alert', 'Alerts over all'),
      alignRight: true,
      cell: ({ alert }) =>
        t('thresholds.fired', '{{fired}} in {{minutes}} min', {
          fired: formatCount(alert.fired),
          minutes: formatCount(alert.minutes),
        }),
    },
    {
      key: 'customerAlerts',
      label: t('thresholds.column.customerAlerts', 'Alerts by customer'),
      alignRight: true,
      cell: ({ customerAlerts }) =>
        t('thresholds.firedFor', '{{fired}} for {{customers}}', {
          fired: formatCount(customerAlerts.fired),
          customers: formatCount(customerAlerts.customers),
        }),
    },
  ];
  return (
    <PlainTable
      label={t('thresholds.table', 'What each threshold would have meant')}
      columns={columns}
      rows={items}
      keyOf={({ threshold }) => String(threshold)}
      isChosen={({ threshold }) => threshold === suggested}
    />
  );
}
