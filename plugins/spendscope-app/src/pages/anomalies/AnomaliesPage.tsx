import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage, config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { anomalyFloor } from '@spendscope/contracts';
import { type JSX, useMemo } from 'react';
import { AnomalyWorkbench } from '../../shared/anomalies/AnomalyWorkbench';
import { usePolling } from '../../shared/api/usePolling';
import type { DataSpan } from '../../shared/data/dataSpan';
import { loadDataSpan } from '../../shared/data/loadDataSpan';
import { spanDay } from '../../shared/data/spanDay';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import type { PanelNotice, PanelStatus } from '../../shared/state/panelState.types';
import { testIds } from '../../shared/testIds';
import { segmentsDashboard } from '../pagePaths';
import { errorStatus } from '../statusOf';
import { useQueryParams } from '../useQueryParams';
import { FilterBar } from './FilterBar';
import { ReviewQueue } from './ReviewQueue';
import { type AnomalyFilters, filterNames, filtersOf, queryOf } from './anomalyFilters';
import { useAnomalyPages } from './useAnomalyPages';

const widest = 24 * 365;
/** Both pictures are open: the page is for looking closely. */
const linked = { open: { map: true, timeline: true }, areaParameter: 'area' };
const live: DataSpan = { kind: 'live' };

function emptyStatus(
  { minScore, country, user }: AnomalyFilters,
  span: DataSpan,
  change: (changes: Record<string, string | undefined>) => void
): PanelStatus {
  if (span.kind === 'no-transactions') {
    return {
      kind: 'empty',
      title: t('triage.noTransactions', 'No transactions, so no anomalies'),
      reason: t(
        'triage.noTransactionsReason',
        'The loaded data has customers only. Anomalies are transactions that do not fit their customer’s own past.'
      ),
      actions: [{ label: t('triage.segments', 'Open segments'), href: segmentsDashboard }],
    };
  }
  return {
    kind: 'empty',
    title: t('triage.empty', 'No anomaly fits the filters'),
    reason: t('triage.emptyReason', 'Nothing in this time has a score of {{minScore}} or more{{where}}.', {
      minScore: minScore.toFixed(2),
      where: country || user ? ` (${[country, user].filter(Boolean).join(', ')})` : '',
    }),
    actions: [
      {
        label: t('triage.widen', 'Widen the range'),
        onClick: () => change({ hours: span.kind === 'past' ? undefined : String(widest) }),
      },
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
  const known = usePolling(loadDataSpan);
  // Where that cannot be told the clock counts; the list says what is wrong with the API.
  const span = known.value ?? live;
  const settled = known.value !== undefined || known.error !== undefined;
  const filters = useMemo(() => filtersOf(params, span), [params, span]);
  const query = useMemo(
    () => (settled ? () => queryOf(filters, span, Date.now()) : undefined),
    [filters, span, settled]
  );
  const timeZone = span.kind === 'past' ? span.timeZone : undefined;
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
      return emptyStatus(filters, span, change);
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

  const past =
    span.kind === 'past'
      ? t('triage.past', 'data of {{from}} to {{to}}', { from: spanDay(span.from, span), to: spanDay(span.to, span) })
      : '';

  return (
    <PluginPage subTitle={t('triage.subtitle', 'What looks wrong, the severest first, and what you may do about it.')}>
      <div className={styles.page} data-testid={testIds.anomalies.root}>
        <ReviewQueue />
        <div className={styles.toolbar}>
          <FilterBar filters={filters} onChange={change} onReload={reload} loading={loading} span={span} />
          <span className={styles.count} aria-hidden="true">
            {[summary, past].filter(Boolean).join(' · ')}
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
            timeZone={timeZone}
            linked={linked}
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
