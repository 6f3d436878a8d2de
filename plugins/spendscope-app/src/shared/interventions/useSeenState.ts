import type { ActionName } from '@spendscope/contracts';
import { useCallback, useState } from 'react';

interface SeenState {
  /** What was in force when the person looked. */
  seen: readonly ActionName[];
  /** Asks for what is in force now, which is what they have seen from then on. */
  lookAgain: () => Promise<void>;
}

/**
 * What a person decides on. It stays as it was when they looked, though newer answers come meanwhile: a retry of the same
 * request must say the same, also when its first try took hold and only the answer was lost.
 */
export function useSeenState(inForce: readonly ActionName[], refresh: () => Promise<void>): SeenState {
  const [seen, setSeen] = useState<readonly ActionName[] | undefined>(inForce);
  if (seen === undefined) {
    setSeen(inForce);
  }
  const lookAgain = useCallback(async (): Promise<void> => {
    await refresh();
    // Taken from what is rendered next, with the answer in it.
    setSeen(undefined);
  }, [refresh]);
  return { seen: seen ?? inForce, lookAgain };
}
