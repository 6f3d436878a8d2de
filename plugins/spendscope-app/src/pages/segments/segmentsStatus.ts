import { personaNotices } from '../../panels/persona-cards/personaStatus';
import type { PersonasView } from '../../panels/persona-cards/types';
import type { Polled } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import type { PanelNotice, PanelStatus } from '../../shared/state/panelState.types';
import { statusOf } from '../statusOf';
import type { Segments } from './useSegments';

/** What a page of segments shows for what the API said; none before the first analysis. */
export function segmentsStatus(polled: Polled<Segments>): PanelStatus {
  return polled.value && !polled.value.view
    ? {
        kind: 'empty',
        title: t('personas.empty.title', 'No segments yet'),
        reason: t('segments.empty', 'No analysis has published segments yet. Run: spendscope analyze.'),
        actions: [{ label: t('segments.again', 'Look again'), onClick: () => void polled.refresh() }],
      }
    : statusOf(polled);
}

/** Says where the figures are old. */
export const segmentsNotices = (view: PersonasView | undefined, now: number): PanelNotice[] =>
  view ? personaNotices(view, now) : [];
