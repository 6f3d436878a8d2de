import type { Intervention, InterventionState } from '@spendscope/contracts';
import { useCallback, useMemo } from 'react';
import { spendscopeApi } from '../../api/spendscopeApi';
import { usePolling } from '../../api/usePolling';
import type { TimeSpan } from './timeScale';

const askEveryMs = 10_000;
/** The API gives so many at once. */
const mostActs = 200;

/** What was refused or still waits has changed nothing. */
const effective: ReadonlySet<InterventionState> = new Set(['executing', 'active', 'releasing', 'released', 'expired']);

export interface ActAt {
  intervention: Intervention;
  /** When it was asked for, ms since 1970. */
  time: number;
}

interface Acts {
  acts: readonly ActAt[];
  /** That they could not be read, or that there are more. */
  incomplete: boolean;
}

/** Acts of everybody that took effect and were asked for in a span, oldest first, as far as the API tells them. */
export function useActs(span: TimeSpan | undefined): Acts {
  // To the minute: a range that ends now must not ask anew with every rendering.
  const from = span && Math.floor(span.from / 60_000) * 60_000;
  const to = span && Math.ceil(span.to / 60_000) * 60_000;
  const load = useCallback(
    () =>
      spendscopeApi.interventions({
        from: new Date(from!).toISOString(),
        to: new Date(to!).toISOString(),
        size: mostActs,
      }),
    [from, to]
  );
  const { value, error } = usePolling(load, { intervalMs: askEveryMs, enabled: span !== undefined });
  return useMemo(
    () => ({
      acts: (value?.items ?? [])
        .filter(({ state }) => effective.has(state))
        .map((intervention) => ({ intervention, time: Date.parse(intervention.requested_at) }))
        .sort((left, right) => left.time - right.time),
      incomplete: error !== undefined || (value !== undefined && value.total > value.items.length),
    }),
    [value, error]
  );
}
