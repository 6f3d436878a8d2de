import { formatCount } from '../../shared/format/formatCount';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import type { PanelNotice } from '../../shared/state/panelState.types';
import type { FullState } from './full/useFullPoints';
import type { ExplorerView } from './types';

/** Segments older than this are called stale, s: they are computed once a day. */
export const STALE_AFTER = 26 * 60 * 60;

interface NoticeContext {
  /** When the data was asked for, ms; without it nothing is called old. */
  now?: number;
  onDensity: () => void;
  full?: FullState;
}

/** What is true about the data shown: cut short, or old. */
export function explorerNotices(view: ExplorerView, { now, onDensity, full }: NoticeContext): PanelNotice[] {
  const { truncation, computedAt } = view;
  const notices: PanelNotice[] = [];
  if (full?.kind === 'failed') {
    notices.push({
      kind: 'partial',
      message: t('explorer.full.failed', 'Every customer cannot be shown: {{reason}}', { reason: full.error.message }),
      action: { label: t('explorer.full.density', 'Stay with density'), onClick: onDensity },
    });
  }
  if (truncation) {
    notices.push({
      kind: 'partial',
      message:
        truncation.total === undefined
          ? t(
              'explorer.partial.unknown',
              'The first {{shown}} customers, the most that the query lists: there may be more.',
              {
                shown: formatCount(truncation.shown),
              }
            )
          : t('explorer.partial.known', '{{shown}} of {{total}} customers shown, the most that the query lists.', {
              shown: formatCount(truncation.shown),
              total: formatCount(truncation.total),
            }),
      action:
        truncation.total !== undefined && view.mode === 'points'
          ? { label: t('explorer.partial.density', 'Show all as density'), onClick: onDensity }
          : undefined,
    });
  }
  const age = computedAt === undefined || now === undefined ? 0 : (now - computedAt) / 1000;
  if (age > STALE_AFTER) {
    notices.push({
      kind: 'stale',
      message: t('explorer.stale', 'Segments were computed {{age}} ago.', { age: formatDurationWords(age) }),
    });
  }
  return notices;
}
