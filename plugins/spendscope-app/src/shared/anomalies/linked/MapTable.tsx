import type { JSX } from 'react';
import { PlainTable } from '../../../pages/PlainTable';
import { formatCount } from '../../format/formatCount';
import { t } from '../../i18n/t';
import type { AnomalyRow } from '../anomalyRow';
import { scoreBand } from '../scoreBand';

interface Origin {
  country: string;
  anomalies: number;
  severe: number;
  customers: Set<string>;
  highest: number;
}

/** Rows by country, most first; those of none last. */
export function originsOf(rows: readonly AnomalyRow[]): Origin[] {
  const byCountry = new Map<string, Origin>();
  for (const { country = '', customer, score } of rows) {
    const known = byCountry.get(country) ?? {
      country,
      anomalies: 0,
      severe: 0,
      customers: new Set<string>(),
      highest: 0,
    };
    byCountry.set(country, known);
    known.anomalies += 1;
    known.severe += scoreBand(score) === 'severe' ? 1 : 0;
    known.customers.add(customer);
    known.highest = Math.max(known.highest, score);
  }
  return [...byCountry.values()].sort(
    (left, right) => Number(left.country === '') - Number(right.country === '') || right.anomalies - left.anomalies
  );
}

/** The map in figures. */
export function MapTable({ rows }: { rows: readonly AnomalyRow[] }): JSX.Element {
  return (
    <PlainTable<Origin>
      label={t('anomalyMap.table', 'Anomalies by country')}
      rows={originsOf(rows)}
      keyOf={({ country }) => country}
      columns={[
        {
          key: 'country',
          label: t('anomalies.column.country', 'Country'),
          cell: ({ country }) => country || t('anomalyMap.unknown', 'unknown'),
        },
        {
          key: 'anomalies',
          label: t('anomalyMap.anomalies', 'Anomalies'),
          cell: ({ anomalies }) => formatCount(anomalies),
          alignRight: true,
        },
        {
          key: 'severe',
          label: t('anomalyMap.severeColumn', 'Severe'),
          cell: ({ severe }) => formatCount(severe),
          alignRight: true,
        },
        {
          key: 'customers',
          label: t('anomalyMap.customers', 'Customers'),
          cell: ({ customers }) => formatCount(customers.size),
          alignRight: true,
        },
        {
          key: 'highest',
          label: t('anomalyMap.highest', 'Highest score'),
          cell: ({ highest }) => highest.toFixed(2),
          alignRight: true,
        },
      ]}
    />
  );
}
