import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Button, useStyles2 } from '@grafana/ui';
import type { AuditVerification } from '@spendscope/contracts';
import { type JSX, useCallback, useMemo, useState } from 'react';
import type { ApiError } from '../../shared/api/apiError';
import { asApiError } from '../../shared/api/asApiError';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import type { PanelStatus } from '../../shared/state/panelState.types';
import { testIds } from '../../shared/testIds';
import { statusOf } from '../statusOf';
import { useQueryParams } from '../useQueryParams';
import { AuditDetail } from './AuditDetail';
import { AuditFilterBar } from './AuditFilterBar';
import { AuditTable } from './AuditTable';
import { ChainBanner } from './ChainBanner';
import { type AuditFilters, auditFilterNames, auditQueryOf } from './auditFilters';

interface Check {
  checking: boolean;
  value?: AuditVerification;
  error?: ApiError;
}

/** Who did what to whom, and the proof that nobody changed it afterwards. */
export function AuditPage(): JSX.Element {
  const styles = useStyles2(getStyles);
  const [params, change] = useQueryParams([...auditFilterNames, 'before', 'record']);
  const { before, record, ...filters } = params;
  const filterText = JSON.stringify(filters);
  const load = useCallback(
    () =>
      spendscopeApi.audit(
        auditQueryOf(JSON.parse(filterText) as AuditFilters, Date.now(), before ? Number(before) : undefined)
      ),
    [filterText, before]
  );
  const page = usePolling(load);
  const [check, setCheck] = useState<Check>({ checking: false });

  const verify = async (): Promise<void> => {
    setCheck({ checking: true });
    try {
      setCheck({ checking: false, value: await spendscopeApi.verifyAudit() });
    } catch (cause) {
      setCheck({ checking: false, error: asApiError(cause) });
    }
  };

  const entries = useMemo(() => page.value?.items ?? [], [page.value]);
  const chosen = entries.find((entry) => String(entry.record.seq) === record);
  const status: PanelStatus =
    page.value && entries.length === 0
      ? {
          kind: 'empty',
          title: t('audit.empty', 'No record fits the filters'),
          reason: t(
            'audit.emptyReason',
            'Every act and every reading of this page leaves a record. Clear the filters to see them.'
          ),
          actions: [
            {
              label: t('audit.clear', 'Clear filters'),
              onClick: () => change({ actor: '', action: '', target: '', stage: '', days: '', before: '' }),
            },
          ],
        }
      : statusOf(page);

  return (
    <PluginPage
      subTitle={t(
        'audit.subtitle',
        'Who did what to whom, and the proof that nobody changed it afterwards. Reading this page is itself recorded.'
      )}
      actions={
        <Button icon="link" disabled={check.checking} onClick={() => void verify()}>
          {t('audit.verify', 'Verify chain')}
        </Button>
      }
    >
      <div data-testid={testIds.audit.root}>
        <ChainBanner {...check} />
        <div className={styles.toolbar}>
          <AuditFilterBar filters={filters} onChange={(changes) => change({ ...changes, before: '', record: '' })} />
          <span className={styles.quiet}>
            {page.value &&
              t('audit.count', '{{count}} records · newest first', {
                count: page.value.total,
                defaultValue_one: '{{count}} record',
              })}
          </span>
        </div>
        <div className={chosen ? styles.split : undefined}>
          <div className={styles.list}>
            <PanelState status={status}>
              <AuditTable
                entries={entries}
                chosen={chosen?.record.seq}
                onChoose={(seq) => change({ record: String(seq) })}
              />
              <div className={styles.foot}>
                <span className={styles.quiet}>
                  {t('audit.showing', 'Showing {{shown}} of {{total}}', {
                    shown: formatCount(entries.length),
                    total: formatCount(page.value?.total ?? 0),
                  })}
                </span>
                <span className={styles.pager}>
                  <Button
                    size="sm"
                    variant="secondary"
                    disabled={!before}
                    onClick={() => change({ before: '', record: '' })}
                  >
                    {t('audit.newest', 'Newest')}
                  </Button>
                  <Button
                    size="sm"
                    variant="secondary"
                    disabled={page.value?.nextBefore === undefined}
                    onClick={() => change({ before: String(page.value?.nextBefore), record: '' })}
                  >
                    {t('audit.older', 'Older')}
                  </Button>
                </span>
              </div>
            </PanelState>
          </div>
          {chosen && <AuditDetail entry={chosen} onClose={() => change({ record: '' })} />}
        </div>
      </div>
    </PluginPage>
  );
}

type StyleName = 'toolbar' | 'split' | 'list' | 'foot' | 'pager' | 'quiet';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  toolbar: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
  split: css({
    display: 'grid',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)' },
  }),
  list: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(1),
    overflowX: 'auto',
    minHeight: 240,
  }),
  foot: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'center', paddingTop: theme.spacing(1) }),
  pager: css({ display: 'inline-flex', gap: theme.spacing(1) }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
