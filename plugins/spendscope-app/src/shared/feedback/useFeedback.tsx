import type { LabelEntry } from '@spendscope/contracts';
import { type ReactNode, useCallback, useState } from 'react';
import type { AnomalyRow } from '../anomalies/anomalyRow';
import { asApiError } from '../api/asApiError';
import { feedbackApi } from '../api/feedbackApi';
import { newIdempotencyKey } from '../api/newIdempotencyKey';
import { t } from '../i18n/t';
import { OutcomeToast } from '../interventions/OutcomeToast';
import type { CallerActions } from '../interventions/useActions';
import { SuppressDialog } from './SuppressDialog';
import { type Verdict, verdictWords } from './labelWords';
import { useLabels } from './useLabels';

/** What a row’s label menu offers. */
export type LabelAct = { kind: 'verdict'; verdict: Verdict } | { kind: 'takeBack' } | { kind: 'suppress' };

export interface Feedback {
  /** Whether the caller may label and suppress. */
  may: boolean;
  /** Whether there is anything to show or to give. */
  shown: boolean;
  /** Of the caller. */
  login?: string;
  labelsOf: (row: AnomalyRow) => readonly LabelEntry[];
  /** A dialog is open. */
  busy: boolean;
  act: (act: LabelAct, row: AnomalyRow) => void;
  /** Dialog, toast and what is read out. */
  overlay: ReactNode;
}

const noLabels: readonly LabelEntry[] = [];

/** Labels and suppressions as acts of a table’s rows. */
export function useFeedback(actions: CallerActions, enabled: boolean): Feedback {
  const may = enabled && actions.may('labels:write') && actions.value?.mode !== 'readonly';
  const login = actions.value?.caller.login;
  const { byAnomaly, refresh } = useLabels(enabled);
  const [outcome, setOutcome] = useState('');
  const [failure, setFailure] = useState('');
  const [suppressing, setSuppressing] = useState<AnomalyRow>();
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const labelsOf = useCallback(
    (row: AnomalyRow): readonly LabelEntry[] => byAnomaly.get(row.id) ?? noLabels,
    [byAnomaly]
  );

  const write = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setFailure('');
    setOutcome('');
    try {
      await work();
      await refresh();
      setOutcome(done);
    } catch (cause) {
      setFailure(
        t('feedback.label.failed', 'The label was not stored: {{reason}}', { reason: asApiError(cause).message })
      );
    }
  };

  const act = (chosen: LabelAct, row: AnomalyRow): void => {
    if (!may) {
      return;
    }
    const { id: anomalyId, customer: user } = row;
    if (chosen.kind === 'suppress') {
      setSuppressing(row);
    } else if (chosen.kind === 'verdict') {
      const { verdict: label } = chosen;
      void write(
        () => feedbackApi.label({ anomalyId, user, label }, newIdempotencyKey()),
        t('feedback.label.done', '{{token}}: {{verdict}}', { token: user, verdict: verdictWords(label) })
      );
    } else {
      const own = labelsOf(row).find(({ label }) => label.by.login === login);
      if (own) {
        void write(
          () => feedbackApi.takeLabelBack(own.id),
          t('feedback.label.takenBack', 'The label on {{token}} is taken back', { token: user })
        );
      }
    }
  };

  return {
    may,
    shown: may || (enabled && byAnomaly.size > 0),
    login,
    labelsOf,
    busy: suppressing !== undefined,
    act,
    overlay: (
      <>
        {suppressing && (
          <SuppressDialog
            token={suppressing.customer}
            reasonCodes={actions.value?.reasonCodes ?? []}
            onDismiss={() => setSuppressing(undefined)}
            onDone={({ suppression }) => {
              setSuppressing(undefined);
              setOutcome(t('feedback.suppress.done', '{{token}} is suppressed', { token: suppression.target.id }));
            }}
          />
        )}
        {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
        {failure && <OutcomeToast severity="error" message={failure} onClose={() => setFailure('')} />}
      </>
    ),
  };
}
