import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { PluginPage, config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { anomalyFloor } from '@spendscope/contracts';
import { type JSX, useCallback, useMemo } from 'react';
import { AnomalyWorkbench } from '../../shared/anomalies/AnomalyWorkbench';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import type { PanelNotice, PanelStatus } from '../../shared/state/panelState.types';
import { testIds } from '../../shared/testIds';
import { errorStatus } from '../statusOf';
import { useQueryParams } from '../useQueryParams';
import { FilterBar } from './FilterBar';
import { type AnomalyFilters, filterNames, filtersOf, queryOf } from './anomalyFilters';
import { useAnomalyPages } from './useAnomalyPages';

const formatTime = (time: number): string => dateTimeFormat(time, { format: 'MM-DD HH:mm:ss' });
const widest = 24 * 365;

function emptyStatus(
  { minScore, country, user }: AnomalyFilters,
  change: (changes: Record<string, string | undefined>) => void
): PanelStatus {
  return {
    kind: 'empty',
    title: t('triage.empty', 'No anomaly fits the filters'),
    reason: t('triage.emptyReason', 'Nothing in this time has a score of {{minScore}} or more{{where}}.', {
      minScore: minScore.toFixed(2),
      where: country || user ? ` (${[country, user].filter(Boolean).join(', ')})` : '',
    }),
    actions: [
      { label: t('triage.widen', 'Widen the range'), onClick: () => change({ hours: String(widest) }) },
      {
        label: t('triage.clear', 'Clear filters'),
        onClick: () => change({ score: String(anomalyFloor), country: undefined, user: undefined }),
      },
    ],
  };
}

/** Triage: every scored transaction above a threshold, highest first, with what can be done about it. */
export function AnomaliesPage(): JSX.Element {
  const styles = useStyles2(getStyles);
  const [params, change] = useQueryParams(filterNames);
  const filters = useMemo(() => filtersOf(params), [params]);
  const query = useCallback(() => queryOf(filters, Date.now()), [filters]);
  const { rows, total, loading, error, more, reload } = useAnomalyPages(query);
  const shown = rows ?? [];

  const status = (): PanelStatus => {
    if (error && !rows) {
      return errorStatus(error, reload);
    }
    if (!rows) {
      return { kind: 'loading-first' };
    }
    if (rows.length === 0 && !loading) {
      return emptyStatus(filters, change);
    }
    return { kind: loading ? 'refreshing' : 'ready' };
  };
  const notices: PanelNotice[] =
    error && rows
      ? [{ kind: 'partial', message: error.message, action: { label: t('triage.reload', 'Refresh'), onClick: reload } }]
      : [];
  const count = total ? `${total.relation === 'gte' ? '≥ ' : ''}${formatCount(total.value)}` : '';
  const summary = total
    ? t('triage.summary', '{{shown, number}} of {{total}} transactions with a score of {{minScore}} or more', {
        shown: shown.length,
        total: count,
        minScore: filters.minScore.toFixed(2),
      })
    : '';

  return (
    <PluginPage subTitle={t('triage.subtitle', 'What looks wrong, the severest first, and what you may do about it.')}>
      <div className={styles.page} data-testid={testIds.anomalies.root}>
        <div className={styles.toolbar}>
          <FilterBar filters={filters} onChange={change} onReload={reload} loading={loading} />
          <span className={styles.count} aria-hidden="true">
            {summary}
          </span>
        </div>
        <div className={styles.table}>
          <AnomalyWorkbench
            label={t('triage.name', 'Anomalies')}
            summary={summary}
            rows={shown}
            totalRows={total?.relation === 'eq' ? total.value : undefined}
            status={status()}
            notices={notices}
            language={config.bootData.user.language}
            formatTime={formatTime}
            onEnd={more}
          />
        </div>
      </div>
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'page' | 'toolbar' | 'count' | 'table', string> => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minHeight: 480,
    height: 'calc(100vh - 220px)',
  }),
  toolbar: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    justifyContent: 'space-between',
    alignItems: 'center',
  }),
  count: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  table: css({
    flex: 1,
    minHeight: 0,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    overflow: 'hidden',
  }),
});
