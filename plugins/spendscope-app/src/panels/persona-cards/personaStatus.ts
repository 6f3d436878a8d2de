import type { PanelData } from '@grafana/data';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import type { PanelNotice, PanelStatus } from '../../shared/state/panelState.types';
import { queryStatus } from '../../shared/state/queryStatus';
import type { PersonasView, Prepared } from './types';

/** Segments are computed once a day; two hours late is stale, s. */
const STALE_AFTER = 26 * 60 * 60;

function missingColumns(columns: readonly string[]): Extract<PanelStatus, { kind: 'misconfigured' }> {
  const labels: Record<string, string> = {
    cluster: t('personas.role.cluster', 'Cluster'),
    name: t('personas.role.name', 'Name'),
    size: t('personas.role.size', 'Customers'),
  };
  return {
    kind: 'misconfigured',
    title: t('personas.misconfigured', 'This is no table of segments'),
    report: Object.keys(labels).map((role) => ({
      role,
      column: columns.includes(role) ? role : undefined,
      found: columns.includes(role),
      required: true,
    })),
    label: (role) => labels[role] ?? role,
  };
}

/** What the panel shows for what the query returned; cards that are there stay while more is on its way. */
export function personaStatus(data: PanelData, prepared: Prepared): PanelStatus {
  const status = queryStatus(data, prepared.kind === 'view');
  if (status) {
    return status;
  }
  if (prepared.kind === 'misconfigured') {
    return missingColumns(prepared.columns);
  }
  return {
    kind: 'empty',
    title: t('personas.empty.title', 'No segments yet'),
    reason: t('personas.empty.reason', 'No analysis has published segments in this range. Run it, or widen the range.'),
  };
}

/** @param now when the data was asked for, ms; without it nothing is called old */
export function personaNotices({ computedAt }: PersonasView, now?: number): PanelNotice[] {
  const age = computedAt === undefined || now === undefined ? 0 : (now - computedAt) / 1000;
  return age > STALE_AFTER
    ? [
        {
          kind: 'stale',
          message: t('personas.stale', 'Segments were computed {{age}} ago.', { age: formatDurationWords(age) }),
        },
      ]
    : [];
}
