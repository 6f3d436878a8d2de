import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { AuditEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
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
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('audit.column.record', 'Record')}</th>
          <th scope="col">{t('audit.column.when', 'When')}</th>
          <th scope="col">{t('audit.column.actor', 'Actor')}</th>
          <th scope="col">{t('audit.column.what', 'What')}</th>
          <th scope="col">{t('audit.column.target', 'Target')}</th>
          <th scope="col">{t('audit.column.stage', 'Stage')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ record, target }) => (
          <tr key={record.seq} className={cx(record.seq === chosen && styles.chosen)}>
            <td>
              <button
                type="button"
                className={styles.link}
                aria-pressed={record.seq === chosen}
                onClick={() => onChoose(record.seq)}
              >
                {record.seq}
              </button>
            </td>
            <td className={styles.time}>{dateTimeFormat(record.ts, { format: 'MM-DD HH:mm:ss' })}</td>
            <td>{record.actor.login}</td>
            <td>{auditActionWords(record)}</td>
            <td className={styles.mono}>{target ?? (record.target ? t('audit.erased', 'erased') : '–')}</td>
            <td>
              <StageBadge stage={record.stage} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StyleName = 'table' | 'chosen' | 'link' | 'time' | 'mono';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
    },
    '& th': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    },
  }),
  chosen: css({ background: theme.colors.action.selected }),
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
