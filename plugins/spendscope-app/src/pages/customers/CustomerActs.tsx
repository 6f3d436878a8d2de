import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { hasPermission } from '@grafana/runtime';
import { Button, ClipboardButton, LinkButton, useStyles2 } from '@grafana/ui';
import { type AnomalyHit, type Intervention, type InterventionList, rightAction } from '@spendscope/contracts';
import { type JSX, useCallback, useMemo, useState } from 'react';
import { actionNotices } from '../../shared/anomalies/actionNotices';
import { rowOfHit } from '../../shared/anomalies/rowOfHit';
import type { Polled } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { inLanguage, stateWords } from '../../shared/interventions/actionTexts';
import { type RowOffer, rowOffers } from '../../shared/interventions/rowStatus';
import { type ActedOn, targetsOf } from '../../shared/interventions/targets';
import { useActing } from '../../shared/interventions/useActing';
import type { CallerActions } from '../../shared/interventions/useActions';
import { useRowInterventions } from '../../shared/interventions/useRowInterventions';
import { NoticeStrip } from '../../shared/state/NoticeStrip';
import { appearanceOf } from '../../shared/status/statusColors';
import { type ActiveAct, ActiveDialog } from '../interventions/ActiveDialog';
import { pagePaths } from '../pagePaths';
import { InForceAlert } from './InForceAlert';

interface CustomerActsProps {
  token: string;
  anomalies: readonly AnomalyHit[];
  acts: Polled<InterventionList>;
  actions: CallerActions;
  language: string;
  onOutcome: (message: string) => void;
}

const nothing = (): void => undefined;

/** What is in force for the account, and the buttons of the anomaly table for what may be done to it. */
export function CustomerActs(props: CustomerActsProps): JSX.Element {
  const { token, anomalies, acts, actions, language, onOutcome } = props;
  const styles = useStyles2(getStyles);
  const [act, setAct] = useState<ActiveAct>();
  // The account alone is acted on here; its severest anomaly speaks for it.
  const customer = useMemo((): ActedOn => {
    const [severest] = [...anomalies].sort((a, b) => b.anomaly.anomalyScore - a.anomaly.anomalyScore);
    return { customer: token, ...(severest ? { evidence: rowOfHit(severest) } : {}) };
  }, [token, anomalies]);
  const targets = useMemo(() => targetsOf([{ customer: token }]), [token]);
  const states = useRowInterventions(targets);
  const { interventionsOf, inForceOn, refresh: refreshStates } = states;
  const { refresh: refreshActs } = acts;
  const refreshAll = useCallback(async (): Promise<void> => {
    await Promise.all([refreshStates(), refreshActs()]);
  }, [refreshStates, refreshActs]);
  const acting = useActing({
    actions,
    language,
    interventionsOf,
    inForceOn,
    refreshStates: refreshAll,
    onBulkDone: nothing,
  });

  const down = actions.error ?? states.error;
  const known = targets.every(states.isKnown);
  const may = (right: Parameters<CallerActions['may']>[0]): boolean => !down && actions.may(right);
  const interventions = interventionsOf(customer, acting.pending);
  const definitions = (actions.value?.actions ?? []).filter(({ targetTypes }) => targetTypes.includes('account'));
  const offers = known
    ? rowOffers(customer, definitions, interventions, { create: may('interventions:create'), release: false })
    : [];
  const close = (): void => setAct(undefined);

  return (
    <div className={styles.root}>
      {actionNotices(actions, down).map((notice) => (
        <NoticeStrip key={notice.kind} {...notice} />
      ))}
      {interventions.map((intervention) => (
        <InForceAlert
          key={intervention.id ?? intervention.action}
          intervention={intervention}
          document={acts.value?.items.find(({ id }) => id === intervention.id)}
          definitions={definitions}
          language={language}
          mayRelease={may('interventions:release')}
          onAct={(kind, item) => setAct({ kind, item })}
        />
      ))}
      <div className={styles.buttons}>
        {offers.flatMap((offer) =>
          offer.kind === 'act'
            ? [
                <OfferButton
                  key={offer.definition.name}
                  offer={offer}
                  language={language}
                  onClick={() => acting.choose(offer, customer)}
                />,
              ]
            : []
        )}
        {hasPermission(rightAction('pii:reveal')) && (
          <LinkButton variant="secondary" icon="eye" href={pagePaths.privacy}>
            {t('customer.reveal', 'Reveal identity…')}
          </LinkButton>
        )}
        <ClipboardButton variant="secondary" fill="outline" icon="copy" getText={() => token}>
          {t('explorer.customer.copy', 'Copy token')}
        </ClipboardButton>
      </div>
      {acting.overlay}
      {act && (
        <ActiveDialog
          act={act}
          actions={actions}
          language={language}
          onDismiss={() => {
            close();
            void refreshAll();
          }}
          onDone={({ target, state }: Intervention) => {
            close();
            onOutcome(
              t('interventionsPage.decided', '{{target}}: {{state}}', { target: target.id, state: stateWords(state) })
            );
            void refreshAll();
          }}
        />
      )}
    </div>
  );
}

interface OfferButtonProps {
  offer: RowOffer & { kind: 'act' };
  language: string;
  onClick: () => void;
}

/** Outlined where it shuts the customer out; filled only where it is confirmed. */
function OfferButton({ offer: { definition, failed }, language, onClick }: OfferButtonProps): JSX.Element {
  const action = inLanguage(definition.label, language);
  return (
    <Button
      variant={definition.destructive ? 'destructive' : 'secondary'}
      fill={definition.destructive ? 'outline' : 'solid'}
      icon={appearanceOf('active', definition.name).icon}
      onClick={onClick}
    >
      {failed ? t('anomalies.retryAction', 'Retry {{action}}', { action }) : action}
    </Button>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'root' | 'buttons', string> => ({
  root: css({ marginBottom: theme.spacing(2) }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
