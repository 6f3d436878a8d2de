import { dateTimeFormat } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ModelHistory, ModelHistoryEntry } from '@spendscope/contracts';
import { type JSX, useCallback, useEffect } from 'react';
import { modelApi } from '../../shared/api/modelApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { byWords, kindWords, modelWords } from './modelWords';

interface HistoryTableProps {
  name: string;
  /** Entries that the list knows of: with another number it is read anew. */
  seq: number;
}

/** What was live of a model: since when, by whom and why. */
export function HistoryTable({ name, seq }: HistoryTableProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const load = useCallback((signal: AbortSignal): Promise<ModelHistory> => modelApi.history(name, signal), [name]);
  const history = usePolling(load);
  const { refresh } = history;
  useEffect(() => void refresh(), [seq, refresh]);
  const entries = history.value?.items ?? [];
  return (
    <PanelState status={statusOf(history)}>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{t('models.history.none', 'Nothing has been live yet.')}</p>
      ) : (
        <PlainTable<ModelHistoryEntry>
          label={t('models.history.label', 'History of {{model}}', { model: modelWords(name) })}
          rows={entries}
          keyOf={(entry) => String(entry.seq)}
          columns={[
            {
              key: 'at',
              label: t('models.history.when', 'When'),
              cell: ({ at }) => dateTimeFormat(at, { format: 'YYYY-MM-DD HH:mm' }),
            },
            { key: 'kind', label: t('models.history.what', 'What'), cell: ({ kind }) => kindWords(kind) },
            {
              key: 'live',
              label: t('models.history.live', 'Live from then'),
              cell: ({ live }) => live?.version ?? '–',
            },
            {
              key: 'shadow',
              label: t('models.history.shadow', 'Shadow from then'),
              cell: ({ shadow }) => shadow?.version ?? '–',
            },
            {
              key: 'by',
              label: t('models.history.by', 'By'),
              wraps: true,
              cell: ({ by, approved_by: approver }) =>
                approver
                  ? t('models.history.both', '{{by}}, approved by {{approver}}', {
                      by: byWords(by),
                      approver: byWords(approver),
                    })
                  : byWords(by),
            },
            { key: 'why', label: t('models.history.why', 'Why'), wraps: true, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </PanelState>
  );
}
