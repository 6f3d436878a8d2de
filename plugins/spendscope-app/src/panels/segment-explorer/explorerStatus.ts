import type { PanelData } from '@grafana/data';
import { t } from '../../shared/i18n/t';
import type { PanelStatus } from '../../shared/state/panelState.types';
import { queryStatus } from '../../shared/state/queryStatus';
import { roleLabel } from './format/labels';
import type { Prepared } from './types';

/** What the panel shows for what the queries returned; data that is there stays while more is on its way. */
export function explorerStatus(data: PanelData, prepared: Prepared, acts: { clearFilters: () => void }): PanelStatus {
  const status = queryStatus(data, prepared.kind === 'view');
  if (status) {
    return status;
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
