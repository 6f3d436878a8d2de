import { LoadingState, type PanelData } from '@grafana/data';
import { t } from '../../shared/i18n/t';
import type { PanelStatus } from '../../shared/state/panelState.types';
import { roleLabel } from './format/labels';
import type { Prepared } from './types';

/** What the panel shows for what the queries returned; data that is there stays while more is on its way. */
export function explorerStatus(data: PanelData, prepared: Prepared, acts: { clearFilters: () => void }): PanelStatus {
  const loading = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
  if (prepared.kind === 'view') {
    return { kind: loading ? 'refreshing' : 'ready' };
  }
  if (loading) {
    return { kind: 'loading-first' };
  }
  const error = data.errors?.[0] ?? data.error;
  if (data.state === LoadingState.Error || error) {
    return {
      kind: 'error',
      title: t('explorer.error.title', 'The data source did not answer'),
      hint: t('explorer.error.hint', 'Check the panel’s queries and that Elasticsearch is reachable, then refresh.'),
      details: { status: error?.status, requestId: error?.traceId, message: error?.message },
    };
  }
  if (prepared.kind === 'misconfigured') {
    return {
      kind: 'misconfigured',
      title: t('explorer.misconfigured', 'The explorer needs two columns of numbers'),
      report: [...prepared.roles],
      label: roleLabel,
    };
  }
  return {
    kind: 'empty',
    title: t('explorer.empty.title', 'No customers to show'),
    reason: t(
      'explorer.empty.reason',
      'Either the dashboard’s filters leave no customer, or no analysis has been published yet.'
    ),
    actions: [{ label: t('explorer.empty.clear', 'Clear filters'), onClick: acts.clearFilters }],
  };
}
