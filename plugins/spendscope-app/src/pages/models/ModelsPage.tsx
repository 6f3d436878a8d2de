import { PluginPage } from '@grafana/runtime';
import { type JSX, useCallback, useState } from 'react';
import { modelApi } from '../../shared/api/modelApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { OutcomeToast } from '../../shared/interventions/OutcomeToast';
import { useActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import type { PanelNotice, PanelStatus } from '../../shared/state/panelState.types';
import { testIds } from '../../shared/testIds';
import { statusOf } from '../statusOf';
import { ModelSection } from './ModelSection';

/** What one person asks for, another should see. */
const askEveryMs = 10_000;

/** Which models are live, what else there is, and who made it so. */
export function ModelsPage(): JSX.Element {
  const models = usePolling(modelApi.list, { intervalMs: askEveryMs });
  const actions = useActions();
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const mayOperate = actions.may('models:operate');
  const readonly = actions.value?.mode === 'readonly';
  const refusal = readonly
    ? t('models.readonly', 'The service is in read-only mode: nothing can be changed now.')
    : mayOperate
      ? undefined
      : t('models.noRight', 'Asking for another live version needs the right {{right}}.', { right: 'models:operate' });
  const notices: PanelNotice[] = [
    ...(models.error
      ? [
          {
            kind: 'stale' as const,
            message: t('models.stale', 'Could not be read again: {{reason}} What is shown may be old.', {
              reason: models.error.message,
            }),
            action: { label: t('models.retry', 'Read again'), onClick: () => void models.refresh() },
          },
        ]
      : []),
    // Nothing is known of rights before the service has said so.
    ...(actions.value && refusal
      ? [{ kind: readonly ? ('read-only' as const) : ('no-permission' as const), message: refusal }]
      : []),
  ];
  const status: PanelStatus =
    models.value?.items.length === 0
      ? {
          kind: 'empty',
          title: t('models.empty', 'There is no model yet'),
          reason: t('models.emptyReason', 'An analysis trains the first ones: run “spendscope analyze”.'),
        }
      : statusOf(models);
  return (
    <PluginPage
      subTitle={t(
        'models.subtitle',
        'Which version of each model decides, how good it and the others are, and who made it so. Two people change it.'
      )}
    >
      <div data-testid={testIds.models.root}>
        <PanelState status={status} notices={notices}>
          {models.value?.items.map((model) => (
            <ModelSection
              key={model.name}
              model={model}
              login={actions.value?.caller.login}
              mayOperate={mayOperate}
              refusal={refusal}
              onOutcome={(message) => {
                setOutcome(message);
                void models.refresh();
              }}
            />
          ))}
        </PanelState>
        {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
      </div>
    </PluginPage>
  );
}
