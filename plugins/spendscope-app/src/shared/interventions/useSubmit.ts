import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../api/apiError';
import { asApiError } from '../api/asApiError';
import { pendingKey, settleKey } from './pendingKeys';

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
 * Sends one request with an effect. Its idempotency key is kept for every retry of the same body, also after the page
 * was loaded again, so that an answer lost on the way cannot double the effect; an edited body gets a new key.
 * @param about what the body does not say, where one body may be sent about several things
 */
export function useSubmit<Body, Result>(
  send: (body: Body, idempotencyKey: string) => Promise<Result>,
  about = ''
): Submission<Body, Result> {
  const last = useRef<{ request: string; key: string }>(undefined);
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
      const request = `${about} ${JSON.stringify(body)}`;
      if (last.current?.request !== request) {
        last.current = { request, key: pendingKey(request) };
      }
      setState({ sending: true, slow: false });
      try {
        const result = await send(body, last.current.key);
        settleKey(request);
        setState({ sending: false, slow: false });
        return result;
      } catch (cause) {
        setState({ sending: false, slow: false, error: asApiError(cause) });
        return undefined;
      }
    },
    [send, about]
  );

  return { ...state, submit };
}
