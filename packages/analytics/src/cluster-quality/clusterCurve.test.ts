import { matrix } from '../matrix';
import { Random } from '../random';
import { clusterCurve, suggestClusters } from './clusterCurve';
import { matchClusters } from './matchClusters';

/** Three round groups in two columns. */
function threeGroups(rows: number): Float64Array {
  const random = new Random(8);
  const centres = [0, 0, 9, 1, 3, 10];
  return Float64Array.from({ length: rows * 2 }, (_, i) => centres[((i >> 1) % 3) * 2 + (i % 2)]! + random.normal());
}

describe('clusterCurve', () => {
  const data = matrix(threeGroups(300), 2);
  const curve = clusterCurve(data, { seed: 1, ks: [2, 3, 4, 5] });

  it('suggests the number of groups there are', () => {
    expect(curve.suggested).toBe(3);
    expect(curve.points.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    expect(curve.points[1]!.stability).toBeCloseTo(1, 6);
    expect(curve.points[1]!.silhouette).toBeGreaterThan(0.7);
    expect(curve.points[3]!.stability).toBeLessThan(0.95);
  });

  it('has inertia that falls with k, and the best Calinski–Harabasz at three', () => {
    const inertia = curve.points.map((point) => point.inertia);
    expect(inertia).toEqual([...inertia].sort((a, b) => b - a));
    const best = curve.points.reduce((top, point) => (point.calinskiHarabasz > top.calinskiHarabasz ? point : top));
    expect(best.k).toBe(3);
  });

  it('is the same for the same seed', () => {
    expect(clusterCurve(data, { seed: 1, ks: [2, 3, 4, 5] })).toEqual(curve);
  });

  it('falls back on the most stable where none is stable', () => {
    const point = (
      k: number,
      silhouette: number,
      stability: number
    ): Parameters<typeof suggestClusters>[0][number] => ({
      k,
      silhouette,
      stability,
      inertia: 0,
      calinskiHarabasz: 0,
    });
    expect(suggestClusters([point(2, 0.9, 0.4), point(3, 0.1, 0.7)])).toBe(3);
    expect(suggestClusters([point(2, 0.5, 0.9), point(3, 0.5, 0.9)])).toBe(2);
  });

  it('refuses a k that leaves nothing to compare', () => {
    expect(() => clusterCurve(matrix(new Float64Array(6), 2), { seed: 1, ks: [3] })).toThrow('between 2 and 2, not 3');
  });
});

describe('matchClusters', () => {
  it('finds the old numbers again however the new ones are shuffled', () => {
    const before = [0, 0, 0, 1, 1, 2, 2, 2];
    const after = [2, 2, 2, 0, 0, 1, 1, 0];
    expect(matchClusters(before, after, 3)).toEqual([1, 2, 0]);
  });

  it('gives clusters without a predecessor numbers of their own', () => {
    const numbers = matchClusters([0, 0, 1, 1], [3, 3, 1, 1], 4);
    expect(numbers[3]).toBe(0);
    expect(numbers[1]).toBe(1);
    expect([...numbers].sort()).toEqual([0, 1, 2, 3]);
  });
});
