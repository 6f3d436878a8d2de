import { Button, useStyles2 } from '@grafana/ui';
import { type JSX, useCallback } from 'react';
import { formatCount } from '../../shared/format/formatCount';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import type { CallerActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import type { PanelStatus } from '../../shared/state/panelState.types';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { HistoryFilterBar } from './HistoryFilterBar';
import { OpenedDetail } from './OpenedDetail';
import { type HistoryFilters, historyFilterNames, historyQueryOf } from './historyFilters';
import { interventionColumns } from './interventionColumns';
import { getTabStyles } from './tab.styles';
import { useHistoryPages } from './useHistoryPages';

interface HistoryTabProps {
  filters: HistoryFilters;
  onFilter: (changes: HistoryFilters) => void;
  actions: CallerActions;
  language: string;
  id?: string;
  onChoose: (id: string | undefined) => void;
}

/** Everything that was ever asked for, newest first. */
export function HistoryTab({ filters, onFilter, actions, language, id, onChoose }: HistoryTabProps): JSX.Element {
  const styles = useStyles2(getTabStyles);
  const page = useStyles2(getPageStyles);
  const now = useNow();
  const filterText = JSON.stringify(filters);
  const query = useCallback(() => historyQueryOf(JSON.parse(filterText) as HistoryFilters, Date.now()), [filterText]);
  const pages = useHistoryPages(query);
  const { value, loading, more } = pages;
  const definitions = actions.value?.actions ?? [];
  const filtered = historyFilterNames.some((name) => filters[name]);

  const status = (): PanelStatus => {
    if (value?.items.length === 0 && !loading) {
      return {
        kind: 'empty',
        title: filtered
          ? t('interventionsPage.historyNoFit', 'No intervention fits the filters')
          : t('interventionsPage.historyEmpty', 'Nothing was asked for yet'),
        reason: t(
          'interventionsPage.historyEmptyReason',
          'Every request comes here, also those that were refused or taken back.'
        ),
        actions: filtered
          ? [
              {
                label: t('interventionsPage.clear', 'Clear filters'),
                onClick: () => onFilter(Object.fromEntries(historyFilterNames.map((name) => [name, '']))),
              },
            ]
          : [],
      };
    }
    return value && loading ? { kind: 'refreshing' } : statusOf(pages);
  };

  return (
    <>
      <div className={styles.toolbar}>
        <HistoryFilterBar filters={filters} definitions={definitions} language={language} onChange={onFilter} />
      </div>
      <div className={id ? styles.split : undefined}>
        <div className={styles.list}>
          <PanelState
            status={status()}
            notices={
              pages.error && value
                ? [
                    {
                      kind: 'partial',
                      message: pages.error.message,
                      action: {
                        label: t('interventionsPage.again', 'Try again'),
                        onClick: () => void pages.refresh(),
                      },
                    },
                  ]
                : []
            }
          >
            <PlainTable
              label={t('interventionsPage.tab.history', 'History')}
              rows={value?.items ?? []}
              keyOf={(item) => item.id}
              isChosen={(item) => item.id === id}
              columns={interventionColumns({ definitions, language, now, chosen: id, onChoose })}
            />
            <div className={styles.toolbar}>
              <span className={page.quiet} aria-live="polite">
                {t('interventionsPage.showing', 'Showing {{shown}} of {{total}}, newest first', {
                  shown: formatCount(value?.items.length ?? 0),
                  total: formatCount(value?.total ?? 0),
                })}
              </span>
              {value?.cursor && (
                <Button size="sm" variant="secondary" disabled={loading} onClick={more}>
                  {t('interventionsPage.more', 'Show more')}
                </Button>
              )}
            </div>
          </PanelState>
        </div>
        {id && (
          <OpenedDetail key={id} id={id} actions={actions} language={language} onClose={() => onChoose(undefined)} />
        )}
      </div>
    </>
  );
}
