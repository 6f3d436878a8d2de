import { setTimeout } from 'node:timers/promises';
import { Random } from '@spendscope/analytics';
import type { WorldName } from './columns';
import { createWorld } from './createWorld';
import { defaultDays } from './generateWorld';
import type { LiveTransaction } from './world';

export interface LiveOptions {
  world: WorldName;
  /** The options of the history that the feed goes on from: the same customers with the same habits. */
  users: number;
  transactions: number;
  seed: number;
  end: Date;
  days?: number;
  /** transactions a second, on average */
  rate: number;
  /** first moment of the feed; now when absent */
  start?: Date;
  signal?: AbortSignal;
}

/** The feed's transactions in order of time, as fast as they are asked for; endless. */
export function* liveTransactions(options: LiveOptions): Generator<LiveTransaction, never> {
  if (!(options.rate > 0)) {
    throw new RangeError(`rate must be above 0 transactions a second, not ${options.rate}.`);
  }
  const world = createWorld(options.world, { ...options, days: options.days ?? defaultDays });
  const start = (options.start ?? new Date()).getTime();
  const gaps = new Random(options.seed, 2 ** 41 + Math.floor(start / 1000));
  const waiting: LiveTransaction[] = [];
  let at = start;
  for (let draw = 0; ; draw++) {
    const made = world.live(Math.floor(at), Math.floor(start / 1000) * 4096 + draw);
    waiting.push(...made);
    // A draw that made several transactions is followed by as many gaps, which keeps the rate.
    at += (gaps.exponential() * 1000 * made.length) / options.rate;
    waiting.sort((a, b) => a.at - b.at);
    while (waiting.length > 0 && waiting[0]!.at <= at) {
      yield waiting.shift()!;
    }
  }
}

/** The same feed in real time: each transaction comes when its moment has come. Ends when the signal is aborted. */
export async function* generateLive(options: LiveOptions): AsyncGenerator<LiveTransaction, void> {
  for (const transaction of liveTransactions(options)) {
    const wait = transaction.at - Date.now();
    if (wait > 0) {
      try {
        await setTimeout(wait, undefined, { signal: options.signal });
      } catch (error) {
        if (options.signal?.aborted) {
          return;
        }
        throw error;
      }
    }
    if (options.signal?.aborted) {
      return;
    }
    yield transaction;
  }
}
