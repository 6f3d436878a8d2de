import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { AuditEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { type PlainColumn, PlainTable } from '../PlainTable';
import { StageBadge } from './StageBadge';
import { auditActionWords } from './auditWords';

interface AuditTableProps {
  entries: readonly AuditEntry[];
  chosen?: number;
  onChoose: (seq: number) => void;
}

/** Records, newest first. The number opens the record beside the table. */
export function AuditTable({ entries, chosen, onChoose }: AuditTableProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const columns: PlainColumn<AuditEntry>[] = [
    {
      key: 'record',
      label: t('audit.column.record', 'Record'),
      cell: ({ record: { seq } }) => (
        <button type="button" className={styles.link} aria-pressed={seq === chosen} onClick={() => onChoose(seq)}>
          {seq}
        </button>
      ),
    },
    {
      key: 'when',
      label: t('audit.column.when', 'When'),
      cell: ({ record }) => (
        <span className={styles.time}>{dateTimeFormat(record.ts, { format: 'MM-DD HH:mm:ss' })}</span>
      ),
    },
    { key: 'actor', label: t('audit.column.actor', 'Actor'), cell: ({ record }) => record.actor.login },
    { key: 'what', label: t('audit.column.what', 'What'), cell: ({ record }) => auditActionWords(record) },
    {
      key: 'target',
      label: t('audit.column.target', 'Target'),
      cell: ({ record, target }) => (
        <span className={styles.mono}>{target ?? (record.target ? t('audit.erased', 'erased') : '–')}</span>
      ),
    },
    {
      key: 'stage',
      label: t('audit.column.stage', 'Stage'),
      cell: ({ record }) => <StageBadge stage={record.stage} />,
    },
  ];
  return (
    <PlainTable
      label={t('audit.table', 'Records of the audit log')}
      columns={columns}
      rows={entries}
      keyOf={({ record }) => String(record.seq)}
      isChosen={({ record }) => record.seq === chosen}
    />
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'link' | 'time' | 'mono', string> => ({
  link: css({
    border: 'none',
    background: 'none',
    padding: 0,
    color: theme.colors.text.link,
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
  }),
  time: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  mono: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
});
