import { setTimeout as sleep } from 'node:timers/promises';

export interface BatchOptions {
  /** Most items of a batch. */
  size: number;
  /** How long a batch may wait for more after its first item, ms. */
  waitMs: number;
  /** Ends the batches; what was not given out yet stays unread. */
  signal: AbortSignal;
}

/** Items in batches, as many as there are within the wait. The source is asked for no more while a batch is worked on. */
export async function* batchesOf<Item>(source: AsyncIterable<Item>, options: BatchOptions): AsyncGenerator<Item[]> {
  const { size, waitMs, signal } = options;
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<'aborted'>((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
  let next: Promise<IteratorResult<Item>> | undefined;
  while (!signal.aborted) {
    const batch: Item[] = [];
    const timer = new AbortController();
    let late: Promise<'late'> | undefined;
    let ended = false;
    while (batch.length < size) {
      next ??= iterator.next();
      const first = await Promise.race([next, aborted, ...(late ? [late] : [])]);
      if (first === 'aborted' || first === 'late') {
        break;
      }
      next = undefined;
      if (first.done) {
        ended = true;
        break;
      }
      batch.push(first.value);
      late ??= sleep(waitMs, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const);
    }
    timer.abort();
    if (batch.length > 0 && !signal.aborted) {
      yield batch;
    }
    if (ended) {
      return;
    }
  }
  // A read that is under way ends with its source.
  next?.catch(() => {});
}
