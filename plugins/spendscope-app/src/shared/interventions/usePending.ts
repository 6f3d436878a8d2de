import type { ActionName, Target } from '@spendscope/contracts';
import { useCallback, useState } from 'react';
import { type PendingByKey, type RowIntervention, pendingKey } from './rowStatus';

interface Pending {
  pending: PendingByKey;
  put: (entry: RowIntervention) => void;
  drop: (action: ActionName, target: Target) => void;
}

const empty: PendingByKey = new Map();

/** What this browser has asked for, until the service tells it back. */
export function usePending(): Pending {
  const [pending, setPending] = useState(empty);
  const put = useCallback(
    (entry: RowIntervention) =>
      setPending((previous) => new Map(previous).set(pendingKey(entry.action, entry.target), entry)),
    []
  );
  const drop = useCallback(
    (action: ActionName, target: Target) =>
      setPending((previous) => {
        const next = new Map(previous);
        next.delete(pendingKey(action, target));
        return next;
      }),
    []
  );
  return { pending, put, drop };
}
