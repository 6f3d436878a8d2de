import { columns, type WorldName } from './columns';
import { generateLive, liveTransactions, type LiveOptions } from './generateLive';
import type { LiveTransaction } from './world';

const options = (world: WorldName): LiveOptions => ({
  world,
  users: 300,
  transactions: 6000,
  seed: 5,
  end: new Date('2026-03-01T09:00:00Z'),
  start: new Date('2026-03-01T09:00:10Z'),
  rate: 4,
});

function take(feed: Iterable<LiveTransaction>, count: number): LiveTransaction[] {
  const taken: LiveTransaction[] = [];
  for (const transaction of feed) {
    taken.push(transaction);
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}

describe.each(['card', 'play', 'commerce'] as const)('live %s world', (world) => {
  const [id, time] = columns[world].transactions;
  const feed = take(liveTransactions(options(world)), 3000);

  it('goes on from its start in order of time, with ids of its own', () => {
    const start = options(world).start!.getTime();
    const early = feed.filter(({ at }, i) => at < (i === 0 ? start : feed[i - 1]!.at));
    const otherTime = feed.filter(({ at, row }) => Math.abs(Date.parse(String(row[time])) - at) >= 1000);
    expect([early, otherTime]).toEqual([[], []]);
    expect(new Set(feed.map(({ row }) => row[id])).size).toBe(feed.length);
    expect(Object.keys(feed[0]!.row).sort()).toEqual([...columns[world].transactions].sort());
  });

  it('keeps about the rate, and is the same for the same start', () => {
    const seconds = (feed.at(-1)!.at - feed[0]!.at) / 1000;
    expect(feed.length / seconds).toBeGreaterThan(3);
    expect(feed.length / seconds).toBeLessThan(5);
    expect(take(liveTransactions(options(world)), 50)).toEqual(feed.slice(0, 50));
  });

  it('has incidents now and then', () => {
    const labelled = feed.filter(({ incident }) => incident !== undefined);
    expect(labelled.length).toBeGreaterThan(5);
    expect(labelled.length).toBeLessThan(feed.length / 20);
  });
});

it.each(['card', 'commerce'] as const)('lets customers of the %s world rest between their orders', (world) => {
  // About 240 active customers and four transactions a second: a minute until all have had their turn.
  const latest = new Map<unknown, number>();
  const soon = take(liveTransactions(options(world)), 1_000).filter(({ at, row, incident }) => {
    const before = latest.get(row.customer_id);
    latest.set(row.customer_id, at);
    return !incident && before !== undefined && at - before < 30_000;
  });
  expect(soon.length).toBeLessThan(20);
});

it('stops when told to', async () => {
  const controller = new AbortController();
  const seen: LiveTransaction[] = [];
  for await (const transaction of generateLive({
    ...options('card'),
    start: new Date(),
    rate: 200,
    signal: controller.signal,
  })) {
    seen.push(transaction);
    controller.abort();
  }
  expect(seen).toHaveLength(1);
});

it('refuses a rate of 0', () => {
  expect(() => liveTransactions({ ...options('card'), rate: 0 }).next()).toThrow('rate must be above 0');
});
