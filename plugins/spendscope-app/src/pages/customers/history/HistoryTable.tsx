import { dateTimeFormat } from '@grafana/data';
import type { JSX } from 'react';
import { formatValue } from '../../../shared/format/formatValue';
import { t } from '../../../shared/i18n/t';
import { stateWords } from '../../../shared/interventions/actionTexts';
import type { Money } from '../../../shared/money/money';
import { PlainTable } from '../../PlainTable';
import type { History } from './historyOf';

interface HistoryTableProps {
  history: History;
  money: Money;
  actionName: (act: History['acts'][number]) => string;
}

interface Row {
  key: string;
  time: number;
  when: string;
  what: string;
  value: string;
}

/** The same as the chart, newest first. */
export function HistoryTable({ history, money, actionName }: HistoryTableProps): JSX.Element {
  const at = (time: number): string => dateTimeFormat(time, { format: 'YYYY-MM-DD HH:mm' });
  const rows: Row[] = [
    ...history.quarters.map(({ start, name, amount }) => ({
      key: `quarter ${start}`,
      time: start,
      when: name,
      what: t('customer.history.spend', 'Spend'),
      value: formatValue(money, amount),
    })),
    ...history.scores.map(({ id, time, score }) => ({
      key: `score ${id}`,
      time,
      when: at(time),
      what: t('anomalies.column.score', 'Score'),
      value: score.toFixed(2),
    })),
    ...history.acts.map((act) => ({
      key: `act ${act.id}`,
      time: act.time,
      when: at(act.time),
      what: actionName(act),
      value: `${stateWords(act.intervention.state)}, ${act.intervention.requested_by.login}`,
    })),
  ].sort((a, b) => b.time - a.time);
  return (
    <PlainTable<Row>
      label={t('customer.history.table', 'History')}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'when', label: t('customer.history.when', 'When'), cell: ({ when }) => when },
        { key: 'what', label: t('customer.history.what', 'What'), cell: ({ what }) => what },
        { key: 'value', label: t('customer.history.value', 'Value'), cell: ({ value }) => value, alignRight: true },
      ]}
    />
  );
}
