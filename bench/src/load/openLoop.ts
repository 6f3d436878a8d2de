export interface OpenLoopResult {
  /** requests a second that were due */
  rate: number;
  due: number;
  answered: number;
  /** answered with another status than the accepted one, or not at all */
  failed: number;
  /** due, and not answered when the time for stragglers was over */
  unanswered: number;
  /** ms from when each answered request was due, not from when it was sent */
  latencies: number[];
}

/** Time as the loop sees it; a test brings its own. */
export interface Clock {
  /** ms */
  now(): number;
  wait(ms: number): Promise<void>;
}

const realClock: Clock = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

interface OpenLoopOptions {
  rate: number;
  seconds: number;
  /** how long answers are waited for after the last request was due */
  stragglerSeconds?: number;
  clock?: Clock;
}

/**
 * Sends at a constant rate, whatever becomes of the answers, and counts each latency from the moment at which its request
 * was due. A closed loop would ask less often while the server is slow, and so leave out what was slow (G. Tene,
 * “coordinated omission”): here a stall counts for everybody who would have come during it.
 *
 * @param send whether the request with this number was answered as it should
 */
export async function openLoop(
  send: (number: number) => Promise<boolean>,
  { rate, seconds, stragglerSeconds = 5, clock = realClock }: OpenLoopOptions
): Promise<OpenLoopResult> {
  const due = Math.max(Math.round(rate * seconds), 1);
  const latencies: number[] = [];
  let [failed, sent] = [0, 0];
  const start = clock.now();
  const dueAt = (number: number): number => start + (number * 1_000) / rate;
  const one = async (number: number): Promise<void> => {
    const answered = await send(number).catch(() => false);
    if (answered) {
      latencies.push(clock.now() - dueAt(number));
    } else {
      failed++;
    }
  };
  const end = dueAt(due) + stragglerSeconds * 1_000;
  while (latencies.length + failed < due && clock.now() < end) {
    while (sent < due && dueAt(sent) <= clock.now()) {
      void one(sent++);
    }
    await clock.wait(1);
  }
  const answered = latencies.length;
  return { rate, due, answered, failed, unanswered: due - answered - failed, latencies: [...latencies] };
}
