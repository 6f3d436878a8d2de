import type { ActionList, Right } from '@spendscope/contracts';
import { useMemo } from 'react';
import { spendscopeApi } from '../api/spendscopeApi';
import { type Polled, usePolling } from '../api/usePolling';

export interface CallerActions extends Polled<ActionList> {
  /** What the API would let the caller do; nothing until it has said so. */
  may: (right: Right) => boolean;
}

/** Rights change seldom, but a service that was down should be noticed when it is back. */
const askEveryMs = 30_000;

/** The actions there are and what the caller may do, as the API says. */
export function useActions(): CallerActions {
  const polled = usePolling(spendscopeApi.actions, { intervalMs: askEveryMs });
  return useMemo(
    () => ({ ...polled, may: (right: Right) => polled.value?.caller.rights.includes(right) ?? false }),
    [polled]
  );
}
