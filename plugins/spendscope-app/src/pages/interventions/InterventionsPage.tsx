import { PluginPage, config } from '@grafana/runtime';
import { Tab, TabContent, TabsBar } from '@grafana/ui';
import { type JSX, useCallback, useState } from 'react';
import { interventionApi } from '../../shared/api/interventionApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { OutcomeToast } from '../../shared/interventions/OutcomeToast';
import { useActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { statusOf } from '../statusOf';
import { useQueryParams } from '../useQueryParams';
import { ActiveTab } from './ActiveTab';
import { ControlsBar } from './ControlsBar';
import { HistoryTab } from './HistoryTab';
import { WaitingTab } from './WaitingTab';
import { historyFilterNames } from './historyFilters';
import { useInterventions } from './useInterventions';

const tabs = ['waiting', 'active', 'history'] as const;
type TabName = (typeof tabs)[number];

const controlsEveryMs = 15_000;

function tabWords(tab: TabName): string {
  const words: Record<TabName, string> = {
    waiting: t('interventionsPage.tab.waiting', 'Waiting for approval'),
    active: t('interventionsPage.tab.active', 'In force'),
    history: t('interventionsPage.tab.history', 'History'),
  };
  return words[tab];
}

/** Requests that wait for a second person, acts in force, and everything done before. */
export function InterventionsPage(): JSX.Element {
  const [params, change] = useQueryParams(['tab', 'id', ...historyFilterNames]);
  const { tab: named, id, ...filters } = params;
  const tab = tabs.find((each) => each === named) ?? 'waiting';
  const language = config.bootData.user.language;
  const actions = useActions();
  const waiting = useInterventions('pending_approval');
  const active = useInterventions('active');
  const controls = usePolling(interventionApi.controls, { intervalMs: controlsEveryMs });
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const counts: Record<TabName, number | undefined> = {
    waiting: waiting.value?.total,
    active: active.value?.total,
    history: undefined,
  };
  const choose = (next: string | undefined): void => change({ id: next });
  const common = { actions, language, id, onChoose: choose };

  return (
    <PluginPage
      subTitle={t(
        'interventionsPage.subtitle',
        'Requests that wait for a second person, what is in force, and everything done before.'
      )}
    >
      <div data-testid={testIds.interventions.root}>
        <ControlsBar
          controls={controls}
          login={actions.value?.caller.login}
          mayChange={actions.may('interventions:approve')}
          onOutcome={setOutcome}
        />
        <TabsBar>
          {tabs.map((each) => (
            <Tab
              key={each}
              label={tabWords(each)}
              counter={counts[each]}
              active={each === tab}
              onChangeTab={() => change({ tab: each, id: undefined })}
            />
          ))}
        </TabsBar>
        <TabContent>
          {/* Without the actions nothing could be named or offered. */}
          <PanelState status={statusOf(actions)}>
            <div style={{ paddingTop: 16 }}>
              {tab === 'waiting' && (
                <WaitingTab
                  {...common}
                  waiting={waiting}
                  onDecided={(message) => {
                    setOutcome(message);
                    void active.refresh();
                  }}
                />
              )}
              {tab === 'active' && <ActiveTab {...common} active={active} onOutcome={setOutcome} />}
              {tab === 'history' && (
                <HistoryTab {...common} filters={filters} onFilter={(changes) => change({ ...changes, id: '' })} />
              )}
            </div>
          </PanelState>
        </TabContent>
        {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
      </div>
    </PluginPage>
  );
}
