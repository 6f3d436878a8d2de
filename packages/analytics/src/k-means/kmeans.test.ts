import fc from 'fast-check';
import { matrix } from '../matrix';
import { Random } from '../random';
import { KernelPoints } from './kernelPoints';
import { kmeans } from './kmeans';
import { lloyd } from './lloyd';
import { nearestCentres } from './nearestCentres';

/** Points about `k` centres that lie ten apart, in two columns. */
function blobs(rows: number, k: number, seed: number): Float64Array {
  const random = new Random(seed);
  return Float64Array.from({ length: rows * 2 }, (_, i) => 10 * ((i >> 1) % k) * ((i % 2) + 1) + random.normal());
}

describe('kmeans', () => {
  it('is the same for the same seed', () => {
    const data = matrix(blobs(500, 5, 1), 2);
    expect(kmeans(data, { k: 4, seed: 9 })).toEqual(kmeans(data, { k: 4, seed: 9 }));
  });

  it('does not depend on where the data lies', () => {
    const near = blobs(300, 3, 2);
    const far = near.map((x) => x + 1e9);
    const a = kmeans(matrix(near, 2), { k: 3, seed: 1 });
    const b = kmeans(matrix(far, 2), { k: 3, seed: 1 });
    expect([...b.labels]).toEqual([...a.labels]);
    expect(b.inertia / a.inertia).toBeCloseTo(1, 4);
  });

  it('ends where plain Lloyd iterations would: each row at its nearest centre, each centre at the mean of its rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 0, max: 1e6 }), (k, seed) => {
        const random = new Random(seed);
        const data = matrix(Float64Array.from({ length: 3 * 90 }, () => random.normal()), 3); // prettier-ignore
        const result = kmeans(data, { k, seed, starts: 2, tolerance: 0 });
        expect(result.converged).toBe(true);
        expect([...result.labels]).toEqual([...nearestCentres(data, result.centres)]);
        const sums = new Float64Array(k * 3);
        data.data.forEach((x, i) => (sums[result.labels[Math.floor(i / 3)]! * 3 + (i % 3)]! += x));
        sums.forEach((sum, i) => expect(sum / result.counts[Math.floor(i / 3)]!).toBeCloseTo(result.centres[i]!, 9));
      }),
      { numRuns: 25 }
    );
  });

  it('leaves no cluster empty while there are rows apart', () => {
    const data = matrix(Float64Array.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]), 1);
    expect(Math.min(...kmeans(data, { k: 3, seed: 3, starts: 1 }).counts)).toBeGreaterThan(0);
  });

  it('gives a cluster that runs empty the row farthest from its centre', () => {
    const data = matrix(Float64Array.from([0, 1, 10, 11, 30]), 1);
    const nobodyNear = Float64Array.from([0.5, 10.5, 1000]);
    const { labels, counts } = lloyd(new KernelPoints(data, 3), nobodyNear, { maxIterations: 50, limit: 0 });
    expect([...counts]).toEqual([2, 2, 1]);
    expect([...labels]).toEqual([0, 0, 1, 1, 2]);
  });

  it('leaves superfluous clusters empty when all rows are equal', () => {
    const result = kmeans(matrix(new Float64Array(20).fill(4), 2), { k: 3, seed: 1 });
    expect(result.inertia).toBe(0);
    expect([...result.counts].sort()).toEqual([0, 0, 10]);
  });

  it('takes a constant column and amounts of 10⁹ in its stride', () => {
    const data = matrix(
      Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 5 : i < 20 ? 1e9 : 3e9)),
      2
    );
    const { labels, inertia } = kmeans(data, { k: 2, seed: 1 });
    expect(new Set(labels.slice(0, 10)).size).toBe(1);
    expect(labels[0]).not.toBe(labels[19]);
    expect(inertia).toBe(0);
  });

  it.each([
    ['no rows', new Float64Array(0), 1, 'empty'],
    ['a NaN', Float64Array.from([1, NaN]), 1, 'not_finite'],
    ['fewer rows than k', Float64Array.from([1, 2]), 3, 'too_few_rows'],
    ['k = 0', Float64Array.from([1, 2]), 0, 'bad_option'],
  ])('refuses %s', (_, data, k, code) => {
    expect(() => kmeans(matrix(data, 1), { k, seed: 1 })).toThrow(
      expect.objectContaining({ name: 'AnalyticsError', code })
    );
  });
});

describe('kmeans by mini-batches', () => {
  const data = matrix(blobs(30_000, 5, 4), 2);
  const exact = kmeans(data, { k: 5, seed: 1 });
  const batched = kmeans(data, { k: 5, seed: 1, exactRows: 3_000 });

  it('comes within a per mille of the inertia on all rows', () => {
    expect(batched.inertia / exact.inertia).toBeLessThan(1.001);
    expect(batched.inertia).toBeGreaterThan(exact.inertia);
    expect(batched.converged).toBe(true);
  });

  it('makes more of the rows than the sample alone', () => {
    const few = kmeans(matrix(data.data.slice(0, 6_000), 2), { k: 5, seed: 1 });
    const off = ({ centres }: typeof exact): number => {
      const sorted = (values: Float64Array): Float64Array => values.slice().sort();
      const best = sorted(exact.centres);
      return Math.max(...sorted(centres).map((value, i) => Math.abs(value - best[i]!)));
    };
    expect(off(batched)).toBeLessThan(off(few));
  });

  it('labels every row by its nearest centre, and counts them', () => {
    expect(batched.labels).toEqual(nearestCentres(data, batched.centres));
    expect(batched.counts.reduce((a, b) => a + b, 0)).toBe(30_000);
  });

  it('is the same for the same seed, and not used up to the limit', () => {
    expect(kmeans(data, { k: 5, seed: 1, exactRows: 3_000 })).toEqual(batched);
    expect(kmeans(data, { k: 5, seed: 1, exactRows: 30_000 })).toEqual(exact);
  });

  it('leaves superfluous clusters empty when all rows are equal', () => {
    const { inertia, counts } = kmeans(matrix(new Float64Array(400).fill(4), 2), { k: 3, seed: 1, exactRows: 50 });
    expect(inertia).toBe(0);
    expect([...counts].sort((a, b) => a - b)).toEqual([0, 0, 200]);
  });
});
