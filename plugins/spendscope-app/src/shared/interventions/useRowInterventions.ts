import type { ActionName, Target } from '@spendscope/contracts';
import { useCallback, useMemo } from 'react';
import { type PendingByKey, type RowIntervention, rowInterventions } from './rowStatus';
import { type ActedOn, targetKey } from './targets';
import { type TargetStates, useTargetStates } from './useTargetStates';
import { useWaitingRequests } from './useWaitingRequests';

export interface RowInterventions extends Pick<TargetStates, 'isKnown' | 'error'> {
  interventionsOf: (on: ActedOn, pending: PendingByKey) => RowIntervention[];
  /** What the service says is in force on the target. */
  inForceOn: (target: Target) => readonly ActionName[];
  /** Asks again for what is in force and for what waits. */
  refresh: () => Promise<void>;
}

/** What is in force for targets, with the requests that wait for a second person. */
export function useRowInterventions(targets: readonly Target[]): RowInterventions {
  const { states, isKnown, error, refresh: refreshStates } = useTargetStates(targets);
  const { withWaiting, refresh: refreshWaiting } = useWaitingRequests();
  const told = useMemo(() => withWaiting(states), [withWaiting, states]);
  const interventionsOf = useCallback(
    (on: ActedOn, pending: PendingByKey) => rowInterventions(on, told, pending),
    [told]
  );
  const inForceOn = useCallback((target: Target) => states.get(targetKey(target))?.in_force ?? [], [states]);
  const refresh = useCallback(async (): Promise<void> => {
    await Promise.all([refreshStates(), refreshWaiting()]);
  }, [refreshStates, refreshWaiting]);
  return { isKnown, error, interventionsOf, inForceOn, refresh };
}
