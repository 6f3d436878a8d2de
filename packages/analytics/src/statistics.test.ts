import fc from 'fast-check';
import { adjustedRand } from './cluster-quality/adjustedRand';
import { hungarian } from './cluster-quality/hungarian';
import { sampledSilhouette, silhouette } from './cluster-quality/silhouette';
import { averagePrecision, rocAuc } from './evaluation/rankMetrics';
import { matrix, matrixOfColumns } from './matrix';
import { fitStandardizer, signedLog1p, standardize } from './preprocessing/standardize';
import { Random } from './random';
import { wilson } from './statistics/wilson';

describe('Random', () => {
  it('keeps its sequence from release to release', () => {
    const random = new Random(42, 7);
    expect([random.uint32(), random.uint32(), random.uint32()]).toMatchInlineSnapshot(`
      [
        3665917360,
        3750902323,
        15173658,
      ]
    `);
  });

  it('is uniform and normal enough, and its streams differ', () => {
    const random = new Random(1);
    const n = 100_000;
    const uniform = Array.from({ length: n }, () => random.next());
    const normal = Array.from({ length: n }, () => random.normal());
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(uniform)).toBeCloseTo(0.5, 2);
    expect(mean(uniform.map((u) => u * u))).toBeCloseTo(1 / 3, 2);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((z) => z * z))).toBeCloseTo(1, 1);
    expect(new Random(1, 0).uint32()).not.toBe(new Random(1, 1).uint32());
  });

  it('draws by weight', () => {
    const random = new Random(3);
    const counts = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) {
      counts[random.weighted([1, 0, 2])]!++;
    }
    expect(counts[1]).toBe(0);
    expect(counts[2]! / counts[0]!).toBeCloseTo(2, 1);
  });
});

describe('standardize', () => {
  it('gives constant columns 0 and huge amounts their spread', () => {
    const data = matrixOfColumns([
      [5, 5, 5, 5],
      [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3],
    ]);
    const z = standardize(data, fitStandardizer(data));
    expect(z.data[0]).toBe(0);
    expect(z.data[1]).toBeCloseTo(-1.3416407864998738, 6);
  });

  it('takes net returns through the logarithm by sign', () => {
    expect(signedLog1p(-3)).toBe(-signedLog1p(3));
    expect(signedLog1p(0)).toBe(0);
  });

  it('refuses other columns than it learnt, and ragged ones', () => {
    const by = fitStandardizer(matrix(Float64Array.from([1, 2, 3, 4]), 2));
    expect(() => standardize(matrix(Float64Array.from([1, 2, 3]), 3), by)).toThrow('learnt on 2 columns, not 3');
    expect(() => matrixOfColumns([[1, 2], [1]])).toThrow('Column 1 has 1 values, the first has 2.');
    expect(() => matrix(new Float64Array(3), 2)).toThrow('3 values do not fill rows of 2 columns.');
    expect(() => fitStandardizer(matrix(Float64Array.from([1, 2, 3, NaN]), 2))).toThrow('row 1, column 1 is NaN');
  });
});

describe('silhouette', () => {
  it('refuses a single cluster, and counts a lone row 0', () => {
    const data = matrix(Float64Array.from([1, 2, 9]), 1);
    expect(() => silhouette(data, [0, 0, 0])).toThrow('at least two labels');
    expect(silhouette(data, [0, 0, 4])).toBeCloseTo((7 / 8 + 6 / 7) / 3, 12);
  });

  it('gives duplicates in different clusters 0, not NaN', () => {
    expect(silhouette(matrix(Float64Array.from([3, 3, 3, 3]), 1), [0, 0, 1, 1])).toBe(0);
  });

  it('comes close from a sample', () => {
    const random = new Random(2);
    const labels = Int32Array.from({ length: 3000 }, (_, i) => i % 3);
    const data = matrix(
      Float64Array.from({ length: 3000 }, (_, i) => 6 * (i % 3) + random.normal()),
      1
    );
    const sampled = sampledSilhouette(data, labels, { size: 800, seed: 1 });
    expect(sampled).not.toBe(silhouette(data, labels));
    expect(sampled).toBeCloseTo(silhouette(data, labels), 1);
  });
});

describe('wilson', () => {
  it('keeps the rate inside an interval inside [0, 1]', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (successes, more) => {
        fc.pre(successes + more > 0);
        const { rate, low, high } = wilson(successes, successes + more);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
        expect(high).toBeLessThanOrEqual(1);
      })
    );
  });

  it('knows nothing without cases, and refuses what is no share', () => {
    expect(wilson(0, 0)).toEqual({ rate: NaN, low: 0, high: 1 });
    expect(() => wilson(3, 2)).toThrow('3 successes of 2 cases is not a share.');
  });
});

describe('agreement and ranking', () => {
  it('calls renamed labels equal', () => {
    expect(adjustedRand([0, 0, 1, 2], [5, 5, 9, 1])).toBe(1);
    expect(adjustedRand([0, 0, 0], [1, 1, 1])).toBe(1);
  });

  it('needs both classes', () => {
    expect(() => rocAuc([1, 2], [1, 1])).toThrow('both positive and negative');
    expect(() => averagePrecision([1, 2], [0, 0])).toThrow('both positive and negative');
  });

  it('assigns as cheaply as trying all permutations', () => {
    const costs = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(costs, (table) => {
        const cost = hungarian(table).reduce((sum, column, row) => sum + table[row]![column]!, 0);
        expect(cost).toBe(cheapest(table, 0, new Set()));
      })
    );
  });
});

function cheapest(costs: number[][], row: number, taken: Set<number>): number {
  if (row === costs.length) {
    return 0;
  }
  const options = costs[row]!.map((cost, column) =>
    taken.has(column) ? Infinity : cost + cheapest(costs, row + 1, new Set(taken).add(column))
  );
  return Math.min(...options);
}
