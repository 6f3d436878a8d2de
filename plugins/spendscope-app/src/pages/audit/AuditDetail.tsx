import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { ClipboardButton, IconButton, useStyles2 } from '@grafana/ui';
import type { AuditEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { StageBadge } from './StageBadge';
import { auditActionWords } from './auditWords';

interface AuditDetailProps {
  entry: AuditEntry;
  onClose: () => void;
}

/** The instance, and where it was called from unless that was erased; records of an earlier version hold it themselves. */
const cameFrom = ({ record: { channel }, origin }: AuditEntry): string =>
  [channel.instance, origin?.ip ?? channel.ip].filter(Boolean).join(' · ');

function facts(entry: AuditEntry): [string, string | undefined][] {
  const { record, target, comment, ticket, block } = entry;
  return [
    [t('audit.detail.when', 'When'), dateTimeFormat(record.ts, { format: 'YYYY-MM-DD HH:mm:ss.SSS' })],
    [t('audit.detail.actor', 'Actor'), `${record.actor.login} · ${record.actor.role}`],
    [t('audit.detail.action', 'Action'), auditActionWords(record)],
    [t('audit.detail.target', 'Target'), target],
    [t('audit.detail.reason', 'Reason'), record.reason_code],
    [t('audit.detail.comment', 'Comment'), comment],
    [t('audit.detail.ticket', 'Ticket'), ticket],
    [t('audit.detail.result', 'Result'), record.result],
    [t('audit.detail.policy', 'Policy'), record.policy_version],
    [t('audit.detail.from', 'Came from'), cameFrom(entry)],
    [t('audit.detail.request', 'Request'), record.request_id],
    [t('audit.detail.trace', 'Trace'), record.trace_id],
    [t('audit.detail.intervention', 'Intervention'), record.intervention_id],
    [t('audit.detail.block', 'Block'), String(block)],
  ];
}

/** One record in full: facts, what changed, and by what it is bound to the chain. */
export function AuditDetail({ entry, onClose }: AuditDetailProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const { record, hash } = entry;
  return (
    <aside className={styles.detail} aria-label={t('audit.detail.name', 'Record {{seq}}', { seq: record.seq })}>
      <div className={styles.head}>
        <h2>{t('audit.detail.name', 'Record {{seq}}', { seq: record.seq })}</h2>
        <StageBadge stage={record.stage} />
        <IconButton
          name="times"
          aria-label={t('audit.detail.close', 'Close the record')}
          onClick={onClose}
          className={styles.close}
        />
      </div>
      <Facts facts={facts(entry)} />
      <h3>{t('audit.detail.changed', 'What changed?')}</h3>
      {record.state_before === undefined && record.state_after === undefined ? (
        <p className={styles.quiet}>{t('audit.detail.nothing', 'No change of state is recorded at this stage.')}</p>
      ) : (
        <table className={styles.change}>
          <thead>
            <tr>
              <th scope="col">{t('audit.detail.before', 'Before')}</th>
              <th scope="col">{t('audit.detail.after', 'After')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td className={styles.removed}>− {record.state_before ?? t('audit.detail.none', 'nothing')}</td>
              <td className={styles.added}>+ {record.state_after ?? t('audit.detail.none', 'nothing')}</td>
            </tr>
          </tbody>
        </table>
      )}
      <h3>{t('audit.detail.proof', 'How is it bound to the chain?')}</h3>
      <p className={styles.quiet}>
        {t(
          'audit.detail.proofHint',
          'The block’s hash covers this record and the block before it. Verify chain recomputes it.'
        )}
      </p>
      <code className={styles.hash}>{hash}</code>
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => JSON.stringify(entry, null, 2)}>
        {t('audit.detail.copy', 'Copy record')}
      </ClipboardButton>
    </aside>
  );
}

type StyleName = 'detail' | 'head' | 'close' | 'quiet' | 'change' | 'removed' | 'added' | 'hash';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  detail: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(2),
    '& h3': { fontSize: theme.typography.body.fontSize, margin: theme.spacing(2, 0, 1) },
  }),
  head: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
    marginBottom: theme.spacing(1),
    '& h2': { margin: 0, fontSize: theme.typography.h4.fontSize },
  }),
  close: css({ marginLeft: 'auto' }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  change: css({
    width: '100%',
    tableLayout: 'fixed',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    '& th, & td': { padding: theme.spacing(0.5, 1), textAlign: 'left', overflowWrap: 'anywhere' },
  }),
  removed: css({ background: theme.colors.error.transparent }),
  added: css({ background: theme.colors.success.transparent }),
  hash: css({ display: 'block', whiteSpace: 'normal', overflowWrap: 'anywhere', marginBottom: theme.spacing(1) }),
});
