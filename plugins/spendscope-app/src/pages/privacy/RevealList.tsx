import { dateTimeFormat } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import type { AuditEntry, AuditPage } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { reasonCodeLabel } from '../../shared/interventions/actionTexts';
import { PanelState } from '../../shared/state/PanelState';
import { PlainTable } from '../PlainTable';
import { StageBadge } from '../audit/StageBadge';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';

const most = 100;
const shown = 20;

/** One entry per look: its last record says how it ended, its first one why. */
function looks(page: AuditPage): AuditEntry[] {
  const byRequest = new Map<string, AuditEntry>();
  for (const entry of page.items) {
    const known = byRequest.get(entry.record.request_id);
    byRequest.set(
      entry.record.request_id,
      known ? { ...entry, ...known, comment: known.comment ?? entry.comment } : entry
    );
  }
  return [...byRequest.values()].slice(0, shown);
}

/** Reveals from the record, newest first; a new `version` reads them again. */
export function RevealList({ version }: { version: number }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const load = useCallback(
    async (): Promise<AuditPage & { version: number }> => ({
      ...(await spendscopeApi.audit({ action: 'pii.reveal', size: most })),
      version,
    }),
    [version]
  );
  const page = usePolling(load);
  const entries = page.value ? looks(page.value) : [];
  return (
    <PanelState status={statusOf(page)}>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{t('privacy.list.none', 'Nobody has looked behind a token yet.')}</p>
      ) : (
        <>
          <PlainTable<AuditEntry>
            label={t('privacy.list.label', 'Reveals')}
            rows={entries}
            keyOf={({ record }) => record.request_id}
            columns={[
              {
                key: 'when',
                label: t('audit.column.when', 'When'),
                cell: ({ record }) => dateTimeFormat(record.ts, { format: 'MM-DD HH:mm:ss' }),
              },
              { key: 'who', label: t('audit.column.actor', 'Actor'), cell: ({ record }) => record.actor.login },
              {
                key: 'target',
                label: t('audit.column.target', 'Target'),
                cell: ({ target }) => <code className={styles.mono}>{target ?? t('audit.erased', 'erased')}</code>,
              },
              {
                key: 'reason',
                label: t('privacy.list.reason', 'Reason'),
                cell: ({ record }) => (record.reason_code ? reasonCodeLabel(record.reason_code as never) : '–'),
              },
              { key: 'why', label: t('privacy.list.why', 'Why'), wraps: true, cell: ({ comment }) => comment ?? '–' },
              {
                key: 'stage',
                label: t('audit.column.stage', 'Stage'),
                cell: ({ record }) => <StageBadge stage={record.stage} />,
              },
            ]}
          />
          <TextLink inline={false} variant="bodySmall" href={`${pagePaths.audit}?action=pii.reveal`}>
            {t('privacy.list.all', 'All of them in the audit log')}
          </TextLink>
        </>
      )}
    </PanelState>
  );
}
