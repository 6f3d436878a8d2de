import fc from 'fast-check';
import { rfmScores, type RfmScheme } from './rfm';
import { rfmSegment, rfmSegments } from './rfmSegment';

const values = (recency: number[], frequency = recency, monetary = recency): Parameters<typeof rfmScores>[0] => ({
  recency: Float64Array.from(recency),
  frequency: Float64Array.from(frequency),
  monetary: Float64Array.from(monetary),
});

describe('rfmScores', () => {
  it('gives the most recent, most frequent and biggest spenders 5', () => {
    const scores = rfmScores(values([1, 30, 90, 200, 400], [50, 20, 9, 3, 1], [900, 700, 500, 300, 100]));
    expect([...scores.recency]).toEqual([5, 4, 3, 2, 1]);
    expect([...scores.frequency]).toEqual([5, 4, 3, 2, 1]);
    expect([...scores.monetary]).toEqual([5, 4, 3, 2, 1]);
    expect(scores.version).toBe('quintiles-1');
  });

  it('breaks ties by id, whatever the order of rows', () => {
    const equal = [7, 7, 7, 7, 7];
    const scores = rfmScores(values(equal), { ids: ['e', 'b', 'd', 'a', 'c'] });
    expect([...scores.frequency]).toEqual([5, 2, 4, 1, 3]);
    // The same rule for recency: ranked by days falling, ties by id.
    expect([...scores.recency]).toEqual([5, 2, 4, 1, 3]);
  });

  it('makes fifths of equal size and respects order, for any input', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 120 }), (numbers) => {
        const { frequency, recency } = rfmScores(values(numbers));
        const sizes = [1, 2, 3, 4, 5].map((score) => frequency.filter((s) => s === score).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        numbers.forEach((a, i) =>
          numbers.forEach((b, j) => {
            if (a < b) {
              expect(frequency[i]).toBeLessThanOrEqual(frequency[j]!);
              expect(recency[i]).toBeGreaterThanOrEqual(recency[j]!);
            }
          })
        );
      }),
      { numRuns: 60 }
    );
  });

  it('cuts at fixed values and at other shares where the scheme says so', () => {
    const scheme: RfmScheme = {
      version: 'campaign-7',
      recency: { by: 'value', at: [30, 90, 180, 365] },
      frequency: { by: 'rank', at: [0.5, 0.75, 0.9, 0.95] },
      monetary: { by: 'value', at: [1e5, 1e6, 1e7, 1e8] },
    };
    const scores = rfmScores(values([30, 31, 200, 366], [1, 2, 3, 4], [0, 1e6, 1e6 + 1, 2e9]), { scheme });
    expect([...scores.recency]).toEqual([5, 4, 2, 1]);
    expect([...scores.frequency]).toEqual([1, 1, 2, 3]);
    expect([...scores.monetary]).toEqual([1, 2, 3, 5]);
    expect(scores.version).toBe('campaign-7');
  });

  it.each([
    ['no customers', values([]), 'empty'],
    ['a NaN', values([1, NaN]), 'not_finite'],
    ['an infinite amount', values([1, 2], [1, 2], [1, Infinity]), 'not_finite'],
    ['unequal lengths', values([1, 2], [1]), 'shape'],
  ])('refuses %s', (_, input, code) => {
    expect(() => rfmScores(input)).toThrow(expect.objectContaining({ name: 'AnalyticsError', code }));
  });

  it('refuses cut points that do not ascend', () => {
    const cuts = { by: 'rank', at: [0.4, 0.2, 0.6, 0.8] } as const;
    const scheme = { version: 'x', recency: cuts, frequency: cuts, monetary: cuts };
    expect(() => rfmScores(values([1, 2, 3]), { scheme })).toThrow('Cut points must ascend, not 0.4, 0.2, 0.6, 0.8.');
  });
});

describe('rfmSegment', () => {
  it.each([
    [5, 5, 5, 'champions'],
    [5, 1, 1, 'new'],
    [4, 3, 2, 'potential loyalists'],
    [3, 5, 4, 'loyal'],
    [3, 3, 3, 'need attention'],
    [4, 1, 1, 'promising'],
    [3, 1, 2, 'about to sleep'],
    [2, 4, 3, 'at risk'],
    [1, 5, 5, 'cannot lose'],
    [1, 1, 1, 'hibernating'],
  ] as const)('%d%d%d is %s', (r, f, m, name) => {
    expect(rfmSegment(r, f, m)).toBe(name);
  });

  it('names every score', () => {
    const scores = [1, 2, 3, 4, 5];
    const names = scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => rfmSegment(r, f, m))));
    expect(new Set(names)).toEqual(new Set(rfmSegments));
  });
});
