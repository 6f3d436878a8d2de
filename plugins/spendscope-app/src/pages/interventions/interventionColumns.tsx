import { dateTimeFormat } from '@grafana/data';
import { Button } from '@grafana/ui';
import type { ActionDefinition, Intervention } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';
import { StatusBadges } from '../../shared/interventions/StatusBadges';
import { reasonCodeLabel } from '../../shared/interventions/actionTexts';
import type { PlainColumn } from '../PlainTable';
import { requestTitle } from './interventionWords';

interface ColumnOptions {
  definitions: readonly ActionDefinition[];
  language: string;
  /** ms since 1970. */
  now: number;
  /** Id of the one that is opened. */
  chosen?: string;
  onChoose: (id: string) => void;
}

/** What a table of interventions shows of each; its target opens the details. */
export const interventionColumns = (options: ColumnOptions): PlainColumn<Intervention>[] => [
  {
    key: 'target',
    label: t('interventionsPage.column.target', 'Target'),
    cell: ({ id, target }) => (
      <Button
        size="sm"
        fill="text"
        aria-pressed={id === options.chosen}
        onClick={() => options.onChoose(id)}
        aria-label={t('interventionsPage.open', 'Details of {{target}}', { target: target.id })}
      >
        {target.id}
      </Button>
    ),
  },
  {
    key: 'action',
    label: t('interventionsPage.column.action', 'Action'),
    cell: (item) => requestTitle(item, options.definitions, options.language),
  },
  {
    key: 'state',
    label: t('interventionsPage.column.state', 'State'),
    cell: ({ action, target, state, expires_at: expiresAt }) => (
      <StatusBadges interventions={[{ action, target, state, expiresAt }]} now={options.now} />
    ),
  },
  {
    key: 'asked',
    label: t('interventionsPage.column.asked', 'Asked'),
    cell: ({ requested_at: asked }) => dateTimeFormat(asked, { format: 'MM-DD HH:mm' }),
  },
  { key: 'by', label: t('interventionsPage.column.by', 'Asked by'), cell: ({ requested_by: by }) => by.login },
  {
    key: 'decided',
    label: t('interventionsPage.column.decided', 'Decided by'),
    cell: ({ decided_by: by }) => by?.login ?? t('interventionsPage.byPolicy', 'policy'),
  },
  {
    key: 'reason',
    label: t('interventionsPage.column.reason', 'Reason'),
    cell: ({ reason_code: reason }) => reasonCodeLabel(reason),
  },
];
