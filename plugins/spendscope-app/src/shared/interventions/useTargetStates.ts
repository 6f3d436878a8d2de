import type { Target, TargetState } from '@spendscope/contracts';
import { useCallback, useMemo } from 'react';
import { spendscopeApi } from '../api/spendscopeApi';
import { type Polled, usePolling } from '../api/usePolling';
import { targetKey } from './targets';

export type StatesByTarget = ReadonlyMap<string, TargetState>;

const pollEveryMs = 5_000;
/** The API answers for so many targets at once. */
const mostTargets = 500;

interface Told {
  states: StatesByTarget;
  known: ReadonlySet<string>;
}

const nothing: Told = { states: new Map(), known: new Set() };

export interface TargetStates extends Polled<Told> {
  /** What is in force, by target; a target without anything in force is not in it. */
  states: StatesByTarget;
  /** Whether the service has told about the target: before that nothing may be offered for it. */
  isKnown: (target: Target) => boolean;
}

/** What is in force for the targets now, asked again every few seconds while the page is seen. */
export function useTargetStates(targets: readonly Target[]): TargetStates {
  const asked = targets.slice(0, mostTargets);
  // A list with the same members must not ask anew.
  const wanted = JSON.stringify(asked);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Told> => {
      const members = JSON.parse(wanted) as Target[];
      const { states } = await spendscopeApi.states(members, signal);
      return {
        states: new Map(states.map((state) => [targetKey(state.target), state])),
        known: new Set(members.map(targetKey)),
      };
    },
    [wanted]
  );
  const { value, error, refresh } = usePolling(load, { intervalMs: pollEveryMs, enabled: asked.length > 0 });
  return useMemo(() => {
    const { states, known } = value ?? nothing;
    return { value, error, refresh, states, isKnown: (target: Target) => known.has(targetKey(target)) };
  }, [value, error, refresh]);
}
