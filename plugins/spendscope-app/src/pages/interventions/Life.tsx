import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import type { AuditPage, Intervention, InterventionState } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { stateWords } from '../../shared/interventions/actionTexts';
import { PanelState } from '../../shared/state/PanelState';
import { StageBadge } from '../audit/StageBadge';
import { auditActionWords } from '../audit/auditWords';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';

const mostRecords = 100;

/** Every record of one intervention, oldest first, with what people wrote. Reading it is itself recorded. */
export function Life({ id, updated_at: version }: Pick<Intervention, 'id' | 'updated_at'>): JSX.Element {
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  const load = useCallback(
    async (): Promise<AuditPage & { version: string }> => ({
      ...(await spendscopeApi.audit({ intervention: id, size: mostRecords })),
      // Names what it is loaded for: a decision adds records.
      version,
    }),
    [id, version]
  );
  const polled = usePolling(load);
  const entries = [...(polled.value?.items ?? [])].reverse();
  return (
    <PanelState status={statusOf(polled)}>
      <ol className={styles.life}>
        {entries.map(({ record, comment }) => (
          <li key={record.seq}>
            <span className={page.quiet}>{dateTimeFormat(record.ts, { format: 'MM-DD HH:mm:ss' })}</span>
            <span>
              <StageBadge stage={record.stage} /> {auditActionWords(record)} · {record.actor.login}
              {record.state_after && ` → ${stateWords(record.state_after as InterventionState)}`}
              {comment && record.stage === 'Received' && <q className={styles.comment}>{comment}</q>}
            </span>
            <TextLink
              inline={false}
              variant="bodySmall"
              href={`${pagePaths.audit}?record=${record.seq}&before=${record.seq + 1}`}
            >
              {t('interventionsPage.record', 'Record {{seq}}', { seq: record.seq })}
            </TextLink>
          </li>
        ))}
      </ol>
    </PanelState>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'life' | 'comment', string> => ({
  life: css({
    listStyle: 'none',
    margin: 0,
    '& li': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    },
    '& li > span:nth-child(2)': { flex: 1, minWidth: 200 },
  }),
  comment: css({ display: 'block', color: theme.colors.text.secondary }),
});
