import { topContributions } from '../anomaly-scores/topContributions';
import { matrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { IsolationForest } from './isolationForest';

/** Normal rows in three columns; the last row stands out in column 1 only. */
function withOneOutlier(rows = 600): Matrix {
  const random = new Random(5);
  const data = Float64Array.from({ length: rows * 3 }, () => random.normal());
  data[(rows - 1) * 3 + 1] = 12;
  return matrix(data, 3);
}

describe('IsolationForest', () => {
  it('scores what stands out highest, all within 0 and 1', () => {
    const data = withOneOutlier();
    const scores = IsolationForest.fit(data, { seed: 1 }).score(data);
    expect(scores.indexOf(Math.max(...scores))).toBe(599);
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('is the same for the same seed, and other for another', () => {
    const data = withOneOutlier();
    const scores = (seed: number): number[] => [...IsolationForest.fit(data, { seed }).score(data)];
    expect(scores(3)).toEqual(scores(3));
    expect(scores(3)).not.toEqual(scores(4));
  });

  it('comes back from JSON with the very same scores', () => {
    const data = withOneOutlier();
    const forest = IsolationForest.fit(data, { seed: 2, features: ['hour', 'amount', 'gap'] });
    const again = IsolationForest.fromJSON(JSON.parse(JSON.stringify(forest)));
    expect(again.features).toEqual(['hour', 'amount', 'gap']);
    expect([...again.score(data)]).toEqual([...forest.score(data)]);
  });

  it('says which feature moved the score, in parts that add up to it', () => {
    const data = withOneOutlier();
    const forest = IsolationForest.fit(data, { seed: 2, features: ['hour', 'amount', 'gap'] });
    const row = data.data.subarray(599 * 3);
    const gains = forest.contributions(row);
    const [top] = topContributions(gains, forest.features);
    expect(top).toMatchObject({ feature: 'amount', index: 1 });
    expect(top!.share).toBeGreaterThan(0.7);

    const { roots, path } = forest.toJSON();
    const expected = roots.reduce((sum, root) => sum + path[root]! / roots.length, 0);
    const score = forest.score({ data: row, rows: 1, columns: 3 })[0]!;
    const depth = -Math.log2(score) * 10.2448; // c(256)
    expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(expected - depth, 3);
  });

  it('gives all rows of constant data the same score', () => {
    const data = matrix(new Float64Array(60).fill(7), 2);
    const forest = IsolationForest.fit(data, { seed: 1 });
    expect(new Set(forest.score(data)).size).toBe(1);
    expect([...forest.contributions(data.data.subarray(0, 2))]).toEqual([0, 0]);
  });

  it('never cuts on a constant column', () => {
    const random = new Random(1);
    const data = matrix(
      Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1e9 : random.normal())),
      2
    );
    expect(IsolationForest.fit(data, { seed: 1 }).toJSON().feature).not.toContain(0);
  });

  it('works with a single row and with fewer rows than the sample', () => {
    const one = matrix(Float64Array.from([1, 2]), 2);
    expect(IsolationForest.fit(one, { seed: 1 }).score(one)[0]).toBe(1);
    const few = matrix(Float64Array.from([1, 2, 3, 50]), 1);
    const scores = IsolationForest.fit(few, { seed: 1 }).score(few);
    expect(scores.indexOf(Math.max(...scores))).toBe(3);
  });

  it.each([
    ['no rows', new Float64Array(0), {}, 'empty'],
    ['an infinite value', Float64Array.from([1, Infinity]), {}, 'not_finite'],
    ['no trees', Float64Array.from([1, 2]), { trees: 0 }, 'bad_option'],
    ['a sample of one', Float64Array.from([1, 2]), { sampleSize: 1 }, 'bad_option'],
    ['names that do not fit', Float64Array.from([1, 2]), { features: ['a', 'b'] }, 'shape'],
  ])('refuses %s', (_, data, options, code) => {
    expect(() => IsolationForest.fit(matrix(data, 1), { seed: 1, ...options })).toThrow(
      expect.objectContaining({ name: 'AnalyticsError', code })
    );
  });

  it('refuses to score other columns than it was grown on, and other JSON than its own', () => {
    const data = withOneOutlier(50);
    const forest = IsolationForest.fit(data, { seed: 1 });
    expect(() => forest.score(matrix(new Float64Array(4), 2))).toThrow('The forest knows 3 features, not 2.');
    expect(() => IsolationForest.fromJSON({ ...forest.toJSON(), version: 2 as 1 })).toThrow('version 1');
  });
});
