import type { InterventionList, TargetState } from '@spendscope/contracts';
import { useMemo } from 'react';
import { spendscopeApi } from '../api/spendscopeApi';
import { usePolling } from '../api/usePolling';
import { targetKey } from './targets';
import type { StatesByTarget } from './useTargetStates';

const askEveryMs = 15_000;

/** More than so many waiting at once is a case for the inbox, not for rows. */
const most = 200;

const loadWaiting = (): Promise<InterventionList> =>
  spendscopeApi.interventions({ state: 'pending_approval', size: most });

export interface WaitingRequests {
  /** States of targets, with the requests that wait for a second person. */
  withWaiting: (states: StatesByTarget) => StatesByTarget;
  refresh: () => Promise<void>;
}

/** What waits for approval: it is not in force, so the targets’ states do not tell it. */
export function useWaitingRequests(): WaitingRequests {
  const { value, refresh } = usePolling(loadWaiting, { intervalMs: askEveryMs });
  return useMemo(() => {
    const withWaiting = (states: StatesByTarget): StatesByTarget => {
      const merged = new Map(states);
      for (const request of value?.items ?? []) {
        const { target, id, action, state, requested_by: by, requested_at: since } = request;
        const known: TargetState = merged.get(targetKey(target)) ?? {
          target,
          in_force: [],
          interventions: [],
          updated_at: since,
        };
        // Decided a moment ago, it may be in force already.
        if (!known.interventions.some((entry) => entry.id === id)) {
          merged.set(targetKey(target), {
            ...known,
            interventions: [...known.interventions, { id, action, state, by: by.login, since }],
          });
        }
      }
      return merged;
    };
    return { withWaiting, refresh };
  }, [value, refresh]);
}
