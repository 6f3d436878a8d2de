import { TokenBuckets } from './TokenBuckets';

describe('token buckets', () => {
  it('give so many at once, then evenly, each key its own', () => {
    let now = 0;
    const buckets = new TokenBuckets(() => now);
    const taken = (key: string): boolean => {
      try {
        buckets.take(key, 4, 'calls');
        return true;
      } catch {
        return false;
      }
    };
    expect([1, 2, 3, 4, 5].map(() => taken('a'))).toEqual([true, true, true, true, false]);
    expect(taken('b')).toBe(true);
    now += 14_999;
    expect(taken('a')).toBe(false);
    now += 1;
    expect([taken('a'), taken('a')]).toEqual([true, false]);
    now += 3_600_000;
    expect([1, 2, 3, 4, 5].map(() => taken('a'))).toEqual([true, true, true, true, false]);
  });

  it('take from all or from none', () => {
    const buckets = new TokenBuckets(() => 0);
    const charges = (cost: number) => [
      { key: 'a', perMinute: 4, what: 'calls', cost },
      { key: 'b', perMinute: 2, what: 'calls', cost },
    ];
    expect(() => buckets.takeAll(charges(3))).toThrow('3 are more calls than 2 at once. Send fewer together.');
    buckets.takeAll(charges(2));
    expect(() => buckets.takeAll(charges(1))).toThrow('Too many calls. Try again in 30 s.');
    buckets.take('a', 4, 'calls');
    buckets.take('a', 4, 'calls');
    expect(() => buckets.take('a', 4, 'calls')).toThrow('Too many');
  });

  it('say when to come back', () => {
    const buckets = new TokenBuckets(() => 0);
    buckets.take('a', 1, 'calls');
    expect(() => buckets.take('a', 1, 'calls')).toThrow(
      expect.objectContaining({
        status: 429,
        message: 'Too many calls. Try again in 60 s.',
        details: expect.objectContaining({ headers: expect.objectContaining({ 'retry-after': '60' }) }),
      })
    );
  });
});
