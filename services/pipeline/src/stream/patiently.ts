import { setTimeout as sleep } from 'node:timers/promises';

const longestPauseMs = 30_000;

/**
 * Does something until it succeeds, with growing pauses between the tries.
 * @throws the signal's reason when aborted
 */
export async function patiently<Result>(
  work: () => Promise<Result>,
  options: {
    signal: AbortSignal;
    failed: (error: unknown) => void;
    firstPauseMs?: number;
  }
): Promise<Result> {
  const { signal, failed, firstPauseMs = 500 } = options;
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      failed(error);
      const pause = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
      // Spread, so that several who failed together do not come back together.
      await sleep(pause * (0.5 + Math.random() / 2), undefined, { signal });
    }
  }
}
