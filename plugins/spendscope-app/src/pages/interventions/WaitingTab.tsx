import { useStyles2 } from '@grafana/ui';
import type { Intervention, InterventionResult } from '@spendscope/contracts';
import { type JSX, useEffect, useState } from 'react';
import type { Polled } from '../../shared/api/usePolling';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { inLanguage, stateWords } from '../../shared/interventions/actionTexts';
import type { CallerActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';
import { DecisionForm } from './DecisionForm';
import { EvidenceNow } from './EvidenceNow';
import { FrozenPayload } from './FrozenPayload';
import { InterventionDetail } from './InterventionDetail';
import { RequestList } from './RequestList';
import { getTabStyles } from './tab.styles';
import { useDetail } from './useDetail';
import type { Interventions } from './useInterventions';

interface WaitingTabProps {
  waiting: Polled<Interventions>;
  actions: CallerActions;
  language: string;
  /** Of the address. */
  id?: string;
  onChoose: (id: string) => void;
  /** Something was decided: what the other tabs show has changed. */
  onDecided: (message: string) => void;
}

/** The inbox: what waits for a second person, and all that the decision needs. */
export function WaitingTab({ waiting, id, ...rest }: WaitingTabProps): JSX.Element {
  const styles = useStyles2(getTabStyles);
  const now = useNow();
  // What has waited longest expires first.
  const items = [...(waiting.value?.items ?? [])].reverse();
  const login = rest.actions.value?.caller.login;
  const chosen = id ?? items.find(({ requested_by: by }) => by.login !== login)?.id ?? items[0]?.id;
  if (!waiting.value || (items.length === 0 && !id)) {
    return (
      <PanelState
        status={
          waiting.value
            ? {
                kind: 'empty',
                title: t('interventionsPage.waitingEmpty', 'Nothing waits for approval'),
                reason: t(
                  'interventionsPage.waitingEmptyReason',
                  'Requests come here where the policy asks for a second person. Whoever waits is told on Overview.'
                ),
                actions: [{ label: t('interventionsPage.seePolicy', 'See the policy'), href: pagePaths.policy }],
              }
            : statusOf(waiting)
        }
      >
        {null}
      </PanelState>
    );
  }
  return (
    <div className={styles.inbox}>
      <RequestList items={items} login={login} chosen={chosen} now={now} {...rest} />
      {chosen && (
        <RequestDetail
          key={chosen}
          id={chosen}
          waits={items.some((item) => item.id === chosen)}
          onChanged={waiting.refresh}
          {...rest}
        />
      )}
    </div>
  );
}

interface RequestDetailProps extends Omit<WaitingTabProps, 'waiting' | 'id' | 'onChoose'> {
  id: string;
  /** Whether the list, which is asked again and again, still has it. */
  waits: boolean;
  onChanged: () => Promise<void>;
}

function RequestDetail(props: RequestDetailProps): JSX.Element {
  const { id, waits, actions, language, onDecided, onChanged } = props;
  const page = useStyles2(getPageStyles);
  const detail = useDetail(id);
  const [comment, setComment] = useState('');
  const { intervention, refresh } = detail;
  const definitions = actions.value?.actions ?? [];
  const login = actions.value?.caller.login ?? '';

  const overtaken = intervention?.state === 'pending_approval' && !waits;
  useEffect(() => {
    if (overtaken) {
      void refresh();
    }
  }, [overtaken, refresh]);

  const onDone = async ({ intervention: decided }: InterventionResult): Promise<void> => {
    onDecided(
      t('interventionsPage.decided', '{{target}}: {{state}}', {
        target: decided.target.id,
        state: stateWords(decided.state),
      })
    );
    await Promise.all([refresh(), onChanged()]);
  };

  const decision = (request: Intervention): JSX.Element | null => {
    const own = request.requested_by.login === login;
    if (request.state !== 'pending_approval') {
      return null;
    }
    if (own ? !actions.may('interventions:create') : !actions.may('interventions:approve')) {
      return (
        <p className={page.quiet}>
          {t('interventionsPage.noRight', 'To decide needs the right {{right}}. Ask an administrator.', {
            right: own ? 'interventions:create' : 'interventions:approve',
          })}
        </p>
      );
    }
    return (
      <DecisionForm
        intervention={request}
        etag={detail.etag ?? ''}
        own={own}
        definitions={definitions}
        language={language}
        login={login}
        comment={comment}
        onComment={setComment}
        onDone={(result) => void onDone(result)}
        onReread={() => void Promise.all([refresh(), onChanged()])}
      />
    );
  };

  return (
    <InterventionDetail
      detail={detail}
      definitions={definitions}
      language={language}
      withLife={actions.may('audit:read')}
    >
      {(request) => {
        const definition = definitions.find(({ name }) => name === request.action);
        return (
          <>
            {request.state === 'pending_approval' && definition && (
              <>
                <h3>{t('interventionsPage.effect', 'What happens to the customer?')}</h3>
                <p>{inLanguage(definition.effect, language)}</p>
              </>
            )}
            {request.state === 'pending_approval' && (
              <>
                <h3>{t('interventionsPage.evidence.title', 'Has the evidence changed since?')}</h3>
                <EvidenceNow intervention={request} />
              </>
            )}
            <div className={page.split}>
              <div>
                <h3>{t('interventionsPage.payload', 'What exactly is approved?')}</h3>
                <FrozenPayload intervention={request} />
              </div>
              {request.state === 'pending_approval' && (
                <div>
                  <h3>{t('interventionsPage.decision', 'Your decision')}</h3>
                  {/* A new version is a new form: nothing that was tried on the old one stays. */}
                  <div key={detail.etag}>{decision(request)}</div>
                </div>
              )}
            </div>
          </>
        );
      }}
    </InterventionDetail>
  );
}
