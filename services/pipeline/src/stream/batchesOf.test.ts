import { setTimeout as sleep } from 'node:timers/promises';
import { batchesOf } from './batchesOf';

const all = async <Item>(source: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of source) {
    items.push(item);
  }
  return items;
};
const never = new AbortController().signal;

describe('batches', () => {
  it('hold everything once, in its order, and no more than asked for', async () => {
    async function* numbers(): AsyncGenerator<number> {
      for (let i = 0; i < 10; i++) {
        yield i;
      }
    }
    const batches = await all(batchesOf(numbers(), { size: 4, waitMs: 10_000, signal: never }));
    expect(batches).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  it('do not wait for the rest where the source pauses', async () => {
    let resume = (): void => {};
    const pause = new Promise<void>((resolve) => (resume = resolve));
    async function* paused(): AsyncGenerator<string> {
      yield 'a';
      await pause;
      yield 'b';
    }
    const batches = batchesOf(paused(), { size: 100, waitMs: 5, signal: never });
    expect((await batches.next()).value).toEqual(['a']);
    resume();
    expect((await batches.next()).value).toEqual(['b']);
  });

  it('ask the source for nothing while one is worked on', async () => {
    let asked = 0;
    async function* counted(): AsyncGenerator<number> {
      for (;;) {
        yield asked++;
      }
    }
    const batches = batchesOf(counted(), { size: 3, waitMs: 10_000, signal: never });
    await batches.next();
    await sleep(5);
    expect(asked).toBe(3);
  });

  it('end with the signal, and throw what the source throws', async () => {
    const ending = new AbortController();
    async function* silent(): AsyncGenerator<number> {
      await new Promise(() => {});
      yield 1;
    }
    const ended = all(batchesOf(silent(), { size: 3, waitMs: 5, signal: ending.signal }));
    ending.abort();
    expect(await ended).toEqual([]);
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('gone');
    }
    await expect(all(batchesOf(broken(), { size: 3, waitMs: 5, signal: never }))).rejects.toThrow('gone');
  });
});
