import { dateTimeFormat } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import type { AuditEntry, AuditPage } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { PlainTable } from '../PlainTable';
import { auditActionWords } from '../audit/auditWords';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';

const days = 7;
const most = 10;

/** Who was refused what lately: where the policy, or a right, may not fit the work. */
export function RecentDenials(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const load = useCallback(
    (): Promise<AuditPage> =>
      spendscopeApi.audit({
        stage: 'Denied',
        from: new Date(Date.now() - days * 86_400_000).toISOString(),
        size: most,
      }),
    []
  );
  const page = usePolling(load);
  const entries = page.value?.items ?? [];
  return (
    <PanelState status={statusOf(page)}>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{t('policy.denials.none', 'Nobody was refused in the last 7 days.')}</p>
      ) : (
        <>
          <PlainTable<AuditEntry>
            label={t('policy.denials.label', 'Denials of the last 7 days')}
            rows={entries}
            keyOf={({ record }) => String(record.seq)}
            columns={[
              {
                key: 'when',
                label: t('audit.column.when', 'When'),
                cell: ({ record }) => dateTimeFormat(record.ts, { format: 'MM-DD HH:mm' }),
              },
              { key: 'who', label: t('audit.column.actor', 'Actor'), cell: ({ record }) => record.actor.login },
              { key: 'what', label: t('audit.column.what', 'What'), cell: ({ record }) => auditActionWords(record) },
              {
                key: 'why',
                label: t('policy.denials.why', 'Refused because of'),
                wraps: true,
                cell: ({ record }) => record.result,
              },
            ]}
          />
          <TextLink href={`${pagePaths.audit}?stage=Denied&days=30`} inline={false} variant="bodySmall">
            {t('policy.denials.all', 'All denials of the last 30 days')}
          </TextLink>
        </>
      )}
    </PanelState>
  );
}
