import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from './apiError';
import { asApiError } from './asApiError';

export interface Question<Body, Answer> {
  answer?: Answer;
  error?: ApiError;
  busy: boolean;
  /** Takes the place of what was asked before. Resolves with whether it was answered. */
  ask: (body: Body) => Promise<boolean>;
  /** Forgets the answer, and no longer waits for one. */
  forget: () => void;
}

/** Something that a person asks by a button, may call off, and asks again. `load` must be stable. */
export function useQuestion<Body, Answer>(
  load: (body: Body, signal: AbortSignal) => Promise<Answer>
): Question<Body, Answer> {
  const [state, setState] = useState<{ answer?: Answer; error?: ApiError; busy: boolean }>({ busy: false });
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);
  const forget = useCallback((): void => {
    asking.current?.abort();
    setState({ busy: false });
  }, []);
  const ask = useCallback(
    async (body: Body): Promise<boolean> => {
      asking.current?.abort();
      const controller = new AbortController();
      asking.current = controller;
      setState({ busy: true });
      const result = await load(body, controller.signal).then(
        (answer) => ({ answer }),
        (cause: unknown) => ({ error: asApiError(cause) })
      );
      if (controller.signal.aborted) {
        return false;
      }
      setState({ ...result, busy: false });
      return 'answer' in result;
    },
    [load]
  );
  return { ...state, ask, forget };
}
