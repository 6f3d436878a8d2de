import type { Intervention, ReleaseRequest } from '@spendscope/contracts';
import { useCallback, useRef, useState } from 'react';
import { asApiError } from '../../shared/api/asApiError';
import { newIdempotencyKey } from '../../shared/api/newIdempotencyKey';
import { spendscopeApi } from '../../shared/api/spendscopeApi';

export interface ItemOutcome {
  item: Intervention;
  /** Absent where it was released. */
  failure?: string;
}

export interface BulkRelease {
  running: boolean;
  outcomes: readonly ItemOutcome[];
  /** Releases one after the other; those that were released already are not asked again. */
  run: (items: readonly Intervention[], body: ReleaseRequest) => Promise<void>;
  /** Ends after the one that is on its way. */
  stop: () => void;
}

/** Releases many, each by itself with its own record: one that fails does not hold up the others. */
export function useBulkRelease(): BulkRelease {
  const [running, setRunning] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly ItemOutcome[]>([]);
  const released = useRef(new Set<string>());
  const stopped = useRef(false);
  // A retry of one item is the same request: it must not count twice.
  const keys = useRef(new Map<string, string>());

  const run = useCallback(async (items: readonly Intervention[], body: ReleaseRequest): Promise<void> => {
    stopped.current = false;
    setRunning(true);
    const text = JSON.stringify(body);
    setOutcomes((before) => before.filter(({ failure }) => failure === undefined));
    for (const item of items) {
      if (stopped.current) {
        break;
      }
      if (released.current.has(item.id)) {
        continue;
      }
      const name = `${item.id} ${text}`;
      const key = keys.current.get(name) ?? newIdempotencyKey();
      keys.current.set(name, key);
      let failure: string | undefined;
      try {
        await spendscopeApi.release(item.id, body, key);
        released.current.add(item.id);
      } catch (cause) {
        failure = asApiError(cause).message;
      }
      setOutcomes((before) => [...before, { item, ...(failure === undefined ? {} : { failure }) }]);
    }
    setRunning(false);
  }, []);

  const stop = useCallback((): void => {
    stopped.current = true;
  }, []);

  return { running, outcomes, run, stop };
}
