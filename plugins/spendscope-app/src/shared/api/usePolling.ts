import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from './apiError';
import { asApiError } from './asApiError';

export interface Polled<Value> {
  value?: Value;
  /** Of the last try; the last value stays. */
  error?: ApiError;
  /** Asks again now; resolves when the answer is there. */
  refresh: () => Promise<void>;
}

interface PollingOptions {
  /** ms between an answer and the next question; absent: asked once. */
  intervalMs?: number;
  enabled?: boolean;
}

/**
 * Asks at once and then at an interval, not while the page is hidden, and again as soon as it is seen. A newer
 * question aborts the older one. `load` must be stable (useCallback): a new one asks anew.
 */
export function usePolling<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  { intervalMs, enabled = true }: PollingOptions = {}
): Polled<Value> {
  const [state, setState] = useState<{ value?: Value; error?: ApiError }>({});
  const running = useRef<AbortController>(undefined);

  const refresh = useCallback(async (): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    try {
      const value = await load(controller.signal);
      if (!controller.signal.aborted) {
        setState({ value });
      }
    } catch (cause) {
      if (!controller.signal.aborted) {
        setState((previous) => ({ value: previous.value, error: asApiError(cause) }));
      }
    }
  }, [load]);

  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      if (!document.hidden) {
        await refresh();
      }
      if (!stopped && intervalMs) {
        timer = setTimeout(() => void ask(), intervalMs);
      }
    };
    const onSeen = (): void => {
      if (!document.hidden && intervalMs) {
        void ask();
      }
    };
    void ask();
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSeen);
      running.current?.abort();
    };
  }, [refresh, intervalMs, enabled]);

  return { ...state, refresh };
}
