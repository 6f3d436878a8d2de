import type { AnomalyPage, AnomalyQuery } from '@spendscope/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnomalyRow } from '../../shared/anomalies/anomalyRow';
import { rowOfHit } from '../../shared/anomalies/rowOfHit';
import type { ApiError } from '../../shared/api/apiError';
import { asApiError } from '../../shared/api/asApiError';
import { spendscopeApi } from '../../shared/api/spendscopeApi';

interface AnomalyPages {
  /** Undefined before the first page. */
  rows?: readonly AnomalyRow[];
  total?: AnomalyPage['total'];
  loading: boolean;
  error?: ApiError;
  /** Asks for the next page, where there is one and none is on its way. */
  more: () => void;
  reload: () => void;
}

interface State {
  rows?: readonly AnomalyRow[];
  total?: AnomalyPage['total'];
  cursor?: string;
  loading: boolean;
  error?: ApiError;
}

/**
 * The API's list, page after page by its cursor, so that no row comes twice and none is missed. Without a query nothing
 * is asked yet.
 */
export function useAnomalyPages(query: (() => AnomalyQuery) | undefined): AnomalyPages {
  const [state, setState] = useState<State>({ loading: true });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef<AnomalyQuery>(undefined);
  const controller = useRef<AbortController>(undefined);

  const ask = useCallback(async (cursor?: string): Promise<void> => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    try {
      const page = await spendscopeApi.anomalies({ ...asked.current, cursor }, signal);
      if (!signal.aborted) {
        const rows = page.items.map(rowOfHit);
        setState((previous) => ({
          rows: cursor ? [...(previous.rows ?? []), ...rows] : rows,
          total: page.total,
          cursor: page.cursor,
          loading: false,
        }));
      }
    } catch (cause) {
      if (!signal.aborted) {
        setState((previous) => ({ ...previous, loading: false, cursor: undefined, error: asApiError(cause) }));
      }
    }
  }, []);

  useEffect(() => {
    if (query) {
      asked.current = query();
      void ask();
    }
    return () => controller.current?.abort();
  }, [ask, query, attempt]);

  const { rows, total, loading, error, cursor } = state;
  return {
    rows,
    total,
    loading,
    error,
    more: () => {
      if (cursor && !loading) {
        setState((previous) => ({ ...previous, loading: true }));
        void ask(cursor);
      }
    },
    reload: () => {
      setState((previous) => ({ ...previous, loading: true, error: undefined }));
      setAttempt((previous) => previous + 1);
    },
  };
}
