import type { Intervention, InterventionQuery } from '@spendscope/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../shared/api/apiError';
import { asApiError } from '../../shared/api/asApiError';
import { spendscopeApi } from '../../shared/api/spendscopeApi';

interface State {
  value?: { items: readonly Intervention[]; total: number; cursor?: string };
  loading: boolean;
  error?: ApiError;
}

export interface HistoryPages extends State {
  /** Asks for the next page, where there is one. */
  more: () => void;
  refresh: () => Promise<void>;
}

/** Interventions page after page by their cursor, so that none comes twice and none is missed. `query` must be stable. */
export function useHistoryPages(query: () => InterventionQuery): HistoryPages {
  const [state, setState] = useState<State>({ loading: true });
  const asked = useRef<InterventionQuery>(undefined);
  /** Of the newest question: an answer to an older one is not shown. */
  const turn = useRef(0);

  const ask = useCallback(async (cursor?: string): Promise<void> => {
    const own = ++turn.current;
    setState((before) => ({ ...before, loading: true, error: undefined }));
    try {
      const page = await spendscopeApi.interventions({ ...asked.current, cursor });
      if (own === turn.current) {
        setState((before) => ({
          loading: false,
          value: { ...page, items: cursor ? [...(before.value?.items ?? []), ...page.items] : page.items },
        }));
      }
    } catch (cause) {
      if (own === turn.current) {
        setState((before) => ({ ...before, loading: false, error: asApiError(cause) }));
      }
    }
  }, []);

  const refresh = useCallback(async (): Promise<void> => {
    asked.current = query();
    await ask();
  }, [ask, query]);
  useEffect(() => void refresh(), [refresh]);

  const cursor = state.value?.cursor;
  return { ...state, refresh, more: () => cursor && void ask(cursor) };
}
