import { dateTimeFormat } from '@grafana/data';
import type { JSX } from 'react';
import { PlainTable } from '../../../pages/PlainTable';
import { t } from '../../i18n/t';
import type { AnomalyRow } from '../anomalyRow';
import type { ActAt } from './useActs';

interface TimelineTableProps {
  rows: readonly AnomalyRow[];
  acts: readonly ActAt[];
  actWords: (act: ActAt) => string;
  timeZone?: string;
}

interface Entry {
  key: string;
  time: number;
  what: string;
  score: string;
}

/** So many of the newest are told: a longer list is what the table above is for. */
const most = 200;

/** Scores and acts in the order of time, newest first. */
export function TimelineTable({ rows, acts, actWords, timeZone }: TimelineTableProps): JSX.Element {
  const entries = [
    ...rows.map(({ id, time, customer, score }): Entry => ({
      key: `row ${id}`,
      time,
      what: customer,
      score: score.toFixed(2),
    })),
    ...acts.map((act): Entry => ({
      key: `act ${act.intervention.id}`,
      time: act.time,
      what: actWords(act),
      score: '',
    })),
  ].sort((left, right) => right.time - left.time);
  return (
    <>
      <PlainTable<Entry>
        label={t('anomalyTimeline.table', 'Scores and acts, newest first')}
        rows={entries.slice(0, most)}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'time',
            label: t('anomalies.column.time', 'Time'),
            cell: ({ time }) => dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss' }),
          },
          { key: 'what', label: t('anomalyTimeline.what', 'Customer or act'), cell: ({ what }) => what, wraps: true },
          {
            key: 'score',
            label: t('anomalies.column.score', 'Score'),
            cell: ({ score }) => score,
            alignRight: true,
          },
        ]}
      />
      {entries.length > most && (
        <p>
          {t('anomalyTimeline.cut', 'The newest {{most, number}} of {{total, number}}.', {
            most,
            total: entries.length,
          })}
        </p>
      )}
    </>
  );
}
