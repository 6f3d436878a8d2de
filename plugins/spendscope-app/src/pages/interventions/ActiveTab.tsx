import { useStyles2 } from '@grafana/ui';
import type { Intervention } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import type { Polled } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { stateWords } from '../../shared/interventions/actionTexts';
import type { CallerActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import type { PanelStatus } from '../../shared/state/panelState.types';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';
import { ActiveDialog, type ActiveAct } from './ActiveDialog';
import { ActiveTable } from './ActiveTable';
import { OpenedDetail } from './OpenedDetail';
import { getTabStyles } from './tab.styles';
import type { Interventions } from './useInterventions';

interface ActiveTabProps {
  active: Polled<Interventions>;
  actions: CallerActions;
  language: string;
  /** Of the address. */
  id?: string;
  onChoose: (id: string | undefined) => void;
  onOutcome: (message: string) => void;
}

const nothingInForce = (): PanelStatus => ({
  kind: 'empty',
  title: t('interventionsPage.activeEmpty', 'Nothing is in force'),
  reason: t(
    'interventionsPage.activeEmptyReason',
    'No account is locked, no transaction blocked, nobody has to confirm payments.'
  ),
  actions: [{ label: t('interventionsPage.toTriage', 'Open triage'), href: pagePaths.anomalies }],
});

/** Those without an end come last. */
const endOf = ({ expires_at: end }: Intervention): number => (end ? Date.parse(end) : Number.MAX_SAFE_INTEGER);

/** Everything in force, what ends first on top, with extend and release. */
export function ActiveTab({ active, actions, language, id, onChoose, onOutcome }: ActiveTabProps): JSX.Element {
  const styles = useStyles2(getTabStyles);
  const [act, setAct] = useState<ActiveAct>();
  const items = [...(active.value?.items ?? [])].sort((left, right) => endOf(left) - endOf(right));
  const close = (): void => setAct(undefined);

  return (
    <PanelState status={active.value && items.length === 0 ? nothingInForce() : statusOf(active)}>
      <div className={id ? styles.split : undefined}>
        <ActiveTable
          items={items}
          total={active.value?.total ?? 0}
          actions={actions}
          language={language}
          chosen={id}
          onChoose={onChoose}
          onAct={setAct}
        />
        {id && (
          <OpenedDetail key={id} id={id} actions={actions} language={language} onClose={() => onChoose(undefined)} />
        )}
      </div>
      {act && (
        <ActiveDialog
          act={act}
          actions={actions}
          language={language}
          onDismiss={() => {
            close();
            void active.refresh();
          }}
          onDone={({ target, state }) => {
            close();
            onOutcome(
              t('interventionsPage.decided', '{{target}}: {{state}}', { target: target.id, state: stateWords(state) })
            );
            void active.refresh();
          }}
        />
      )}
    </PanelState>
  );
}
