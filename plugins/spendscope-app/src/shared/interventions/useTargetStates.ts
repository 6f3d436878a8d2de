import type { Target, TargetState } from '@spendscope/contracts';
import { useCallback, useMemo } from 'react';
import { spendscopeApi } from '../api/spendscopeApi';
import { type Polled, usePolling } from '../api/usePolling';
import { targetKey } from './targets';

export type StatesByTarget = ReadonlyMap<string, TargetState>;

const pollEveryMs = 5_000;
/** The API answers for so many targets at once. */
const mostTargets = 500;

const nothing: StatesByTarget = new Map();

/** What is in force for the targets now, asked again every few seconds while the page is seen. */
export function useTargetStates(targets: readonly Target[]): Polled<StatesByTarget> & { states: StatesByTarget } {
  const asked = targets.slice(0, mostTargets);
  // A list with the same members must not ask anew.
  const wanted = JSON.stringify(asked);
  const load = useCallback(
    async (signal: AbortSignal): Promise<StatesByTarget> => {
      const { states } = await spendscopeApi.states(JSON.parse(wanted) as Target[], signal);
      return new Map(states.map((state) => [targetKey(state.target), state]));
    },
    [wanted]
  );
  const polled = usePolling(load, { intervalMs: pollEveryMs, enabled: asked.length > 0 });
  return useMemo(() => ({ ...polled, states: polled.value ?? nothing }), [polled]);
}
