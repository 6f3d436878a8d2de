import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../api/apiError';
import { asApiError } from '../api/asApiError';
import { newIdempotencyKey } from '../api/newIdempotencyKey';

/** After so long the dialog says that it may be left. */
const slowAfterMs = 10_000;

export interface Submission<Body, Result> {
  sending: boolean;
  /** Sending for longer than ten seconds: it goes on without the dialog. */
  slow: boolean;
  error?: ApiError;
  /** Resolves to the result, or to undefined after a failure, which `error` then holds. */
  submit: (body: Body) => Promise<Result | undefined>;
}

/**
 * Sends one request with an effect. Its idempotency key is made when the dialog opens and kept for every retry of the
 * same body, so that an answer lost on the way cannot double the effect; an edited body gets a new key.
 */
export function useSubmit<Body, Result>(
  send: (body: Body, idempotencyKey: string) => Promise<Result>
): Submission<Body, Result> {
  const key = useRef<string>(undefined);
  key.current ??= newIdempotencyKey();
  const lastBody = useRef<string>(undefined);
  const [state, setState] = useState<{ sending: boolean; slow: boolean; error?: ApiError }>({
    sending: false,
    slow: false,
  });

  useEffect(() => {
    if (!state.sending) {
      return undefined;
    }
    const timer = setTimeout(() => setState((previous) => ({ ...previous, slow: true })), slowAfterMs);
    return () => clearTimeout(timer);
  }, [state.sending]);

  const submit = useCallback(
    async (body: Body): Promise<Result | undefined> => {
      const text = JSON.stringify(body);
      if (lastBody.current !== undefined && lastBody.current !== text) {
        key.current = newIdempotencyKey();
      }
      lastBody.current = text;
      setState({ sending: true, slow: false });
      try {
        const result = await send(body, key.current!);
        setState({ sending: false, slow: false });
        return result;
      } catch (cause) {
        setState({ sending: false, slow: false, error: asApiError(cause) });
        return undefined;
      }
    },
    [send]
  );

  return { ...state, submit };
}
