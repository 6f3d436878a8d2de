import { locationService } from '@grafana/runtime';
import type { ActionName, InterventionResult, Target } from '@spendscope/contracts';
import { type JSX, type ReactNode, useCallback, useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/newIdempotencyKey';
import { spendscopeApi } from '../api/spendscopeApi';
import { t } from '../i18n/t';
import { BulkDialog } from './BulkDialog';
import { InterventionDialog } from './InterventionDialog';
import { OutcomeToast } from './OutcomeToast';
import { ReleaseDialog } from './ReleaseDialog';
import { inLanguage, stateWords } from './actionTexts';
import { type BulkPlan, bulkPlan } from './bulkPlan';
import { requestPath } from './requestPath';
import type { PendingByKey, RowIntervention, RowOffer } from './rowStatus';
import type { ActedOn } from './targets';
import type { CallerActions } from './useActions';
import { usePending } from './usePending';

type Open =
  | { kind: 'act'; offer: RowOffer & { kind: 'act' }; on: ActedOn }
  | { kind: 'release'; offer: RowOffer & { kind: 'release' } }
  | { kind: 'bulk'; plan: BulkPlan };

interface Outcome {
  message: string;
  undo?: () => void;
}

interface Acting {
  pending: PendingByKey;
  /** A dialog is open. */
  busy: boolean;
  choose: (offer: RowOffer, on: ActedOn) => void;
  chooseMany: (plan: BulkPlan) => void;
  /** Dialogs, toast and what is read out. */
  overlay: ReactNode;
}

interface ActingOptions {
  actions: CallerActions;
  language: string;
  interventionsOf: (on: ActedOn, pending: PendingByKey) => readonly RowIntervention[];
  inForceOn: (target: Target) => readonly ActionName[];
  refreshStates: () => Promise<void>;
  onBulkDone: () => void;
}

/** Everything that happens between a button in a row and the state that the service reports for it. */
export function useActing(options: ActingOptions): Acting {
  const { actions, language, interventionsOf, inForceOn, refreshStates, onBulkDone } = options;
  const { pending, put, drop } = usePending();
  const [open, setOpen] = useState<Open>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [failure, setFailure] = useState('');
  const opener = useRef<Element | null>(null);
  const reasonCodes = actions.value?.reasonCodes ?? [];

  const show = (next: Open): void => {
    opener.current = document.activeElement;
    setFailure('');
    setOutcome(undefined);
    setOpen(next);
  };
  const close = useCallback((): void => {
    setOpen(undefined);
    // The opener may be redrawn with the answer; its cell takes the focus then.
    const from = opener.current;
    requestAnimationFrame(() => {
      const place = from?.isConnected ? from : undefined;
      (place as HTMLElement | undefined)?.focus();
    });
  }, []);

  const settle = useCallback(
    async ({ intervention }: InterventionResult): Promise<void> => {
      const { action, target, state, id, expires_at: expiresAt } = intervention;
      put({ action, target, state, id, expiresAt });
      await refreshStates();
      drop(action, target);
    },
    [drop, put, refreshStates]
  );

  const undo = async ({ intervention }: InterventionResult): Promise<void> => {
    setOutcome(undefined);
    const { action, target, id } = intervention;
    put({ action, target, id, state: 'releasing' });
    try {
      const comment = t('interventions.undoComment', 'Undone right after it was done');
      await settle(await spendscopeApi.release(id, { reasonCode: 'other', comment }, newIdempotencyKey()));
      setOutcome({ message: t('interventions.undone', 'Undone: {{target}} is free again', { target: target.id }) });
    } catch (cause) {
      drop(action, target);
      setFailure(
        t('interventions.undoFailed', 'It could not be undone: {{reason}} Use Release in the row.', {
          reason: cause instanceof Error ? cause.message : String(cause),
        })
      );
    }
  };

  const announce = (result: InterventionResult, verb: string, target: Target): void => {
    const { state } = result.intervention;
    const what = result.alreadyActive
      ? t('interventions.alreadyActive', '{{target}}: {{verb}} was in force already', { verb, target: target.id })
      : t('interventions.outcome', '{{target}}: {{verb}} is {{state}}', {
          verb,
          target: target.id,
          state: stateWords(state),
        });
    const undoable = state === 'active' && !result.alreadyActive && actions.may('interventions:release');
    setOutcome({ message: what, undo: undoable ? () => void undo(result) : undefined });
  };

  const dialog = (): JSX.Element | null => {
    if (open?.kind === 'act') {
      const { definition, target } = open.offer;
      return (
        <InterventionDialog
          definition={definition}
          target={target}
          row={open.on.evidence}
          interventions={interventionsOf(open.on, pending)}
          inForce={inForceOn(target)}
          reasonCodes={reasonCodes}
          language={language}
          onLookAgain={refreshStates}
          onSend={() => put({ action: definition.name, target, state: 'requested' })}
          onFail={() => drop(definition.name, target)}
          onDone={(result) => {
            close();
            announce(result, inLanguage(definition.label, language), target);
            void settle(result);
          }}
          onDismiss={close}
        />
      );
    }
    if (open?.kind === 'release' && open.offer.intervention.id) {
      const { definition, intervention } = open.offer;
      const { action, target, id } = intervention;
      return (
        <ReleaseDialog
          definition={definition}
          intervention={{ ...intervention, id: id! }}
          reasonCodes={reasonCodes}
          language={language}
          onSend={() => put({ ...intervention, state: 'releasing' })}
          onFail={() => drop(action, target)}
          onDone={(result) => {
            close();
            announce(result, inLanguage(definition.label, language), target);
            void settle(result);
          }}
          onDismiss={close}
        />
      );
    }
    if (open?.kind === 'bulk') {
      return (
        <BulkDialog
          plan={open.plan}
          reasonCodes={reasonCodes}
          language={language}
          refreshStates={refreshStates}
          onLookAgain={(rows) => {
            const { definition } = open.plan;
            setOpen({
              kind: 'bulk',
              plan: bulkPlan(definition, rows, (row) => interventionsOf(row, pending), inForceOn),
            });
          }}
          onDismiss={() => {
            close();
            onBulkDone();
          }}
        />
      );
    }
    return null;
  };

  const closeOutcome = useCallback(() => setOutcome(undefined), []);
  return {
    pending,
    busy: open !== undefined,
    choose: (offer, on) => {
      if (offer.kind === 'act') {
        show({ kind: 'act', offer, on });
      } else if (offer.kind === 'release') {
        show({ kind: 'release', offer });
      } else if (offer.intervention.id) {
        locationService.push(requestPath(offer.intervention.id));
      }
    },
    chooseMany: (plan) => show({ kind: 'bulk', plan }),
    overlay: (
      <>
        {dialog()}
        {outcome && <OutcomeToast message={outcome.message} onUndo={outcome.undo} onClose={closeOutcome} />}
        <div role="alert" className="sr-only">
          {failure}
        </div>
      </>
    ),
  };
}
