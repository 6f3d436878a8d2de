import { apart, churnFixture, held, labels, learnt, rows } from '../../fixtures/churnFixture';
import { rocAuc } from '../evaluation/rankMetrics';
import { matrix } from '../matrix';
import { Random } from '../random';
import { fitDecisionTree, fitExtraTrees, fitRandomForest, predictForest } from './forest';
import { fitGradientBoosting } from './gradientBoosting';
import { boostedMargins, fitHistogramBoosting, predictBoosted } from './histogramBoosting';

describe(`trees against ${churnFixture.source}`, () => {
  it('a CART cut as deep gives the same probabilities', () => {
    const tree = fitDecisionTree(learnt.rows, learnt.labels, { depth: 3, leastRows: 5 });
    expect(apart(predictForest(tree, held.rows), churnFixture.tree)).toBeLessThan(1e-12);
  });

  it('gradient boosting gives the same probabilities', () => {
    const model = fitGradientBoosting(learnt.rows, learnt.labels, { trees: 20, depth: 3, leastRows: 15 });
    expect(apart(predictBoosted(model, held.rows), churnFixture.gradientBoosting)).toBeLessThan(1e-9);
  });
});

describe('forests', () => {
  const make = { fitRandomForest, fitExtraTrees };

  it.each(['fitRandomForest', 'fitExtraTrees'] as const)('%s learns, repeats by its seed and differs by it', (name) => {
    const forest = (seed: number): Float64Array => predictForest(make[name](learnt.rows, learnt.labels, { seed, trees: 40 }), held.rows); // prettier-ignore
    expect(rocAuc(forest(1), held.labels)).toBeGreaterThan(0.7);
    expect(forest(1)).toEqual(forest(1));
    expect(forest(1)).not.toEqual(forest(2));
  });

  it('sort and count columns to the same tree', () => {
    // Few rows in a node sort a column of many values, many rows count: both must find the same cuts.
    const random = new Random(1);
    const fine = Float64Array.from({ length: 3_000 }, () => random.normal());
    const y = Int8Array.from(fine, (x) => (Math.sin(4 * x) + 0.3 * random.normal() > 0 ? 1 : 0));
    const tree = fitDecisionTree(matrix(fine, 1), y);
    expect(predictForest(tree, matrix(fine, 1))).toEqual(Float64Array.from(y));
  });

  it('do with constant columns, equal rows and amounts of 10⁹', () => {
    const equal = matrix(new Float64Array(20).fill(1e9), 2);
    const y = Int8Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    expect(predictForest(fitDecisionTree(equal, y), equal)).toEqual(new Float64Array(10).fill(0.2));
    const near = matrix(
      Float64Array.from({ length: 10 }, (_, i) => 1e9 + i * 1e-6),
      1
    );
    expect(predictForest(fitDecisionTree(near, y), near)).toEqual(Float64Array.from(y));
  });

  it('refuse NaN, ∞, one class and other columns', () => {
    const gap = matrix(Float64Array.of(1, NaN, 3), 1);
    expect(() => fitRandomForest(gap, Int8Array.of(0, 1, 0), { seed: 1 })).toThrow('row 1, column 0 is NaN');
    expect(() => fitExtraTrees(rows, new Int8Array(400), { seed: 1 })).toThrow('both classes');
    expect(() => predictForest(fitDecisionTree(rows, labels), gap)).toThrow(
      'has learnt from 6 columns; these rows have 1'
    );
  });
});

describe('histogram boosting', () => {
  const random = new Random(5);
  const n = 3_000;
  const data = Float64Array.from({ length: 4 * n }, () =>
    random.chance(0.15) ? NaN : Math.round(40 * random.normal())
  );
  const m = matrix(data, 4);
  // Missing means leaving, in the first column only.
  const y = Int8Array.from({ length: n }, (_, i) => {
    const x = data[4 * i]!;
    return random.next() < (Number.isNaN(x) ? 0.9 : x > 0 ? 0.5 : 0.1) ? 1 : 0;
  });

  it('learns from missing values which way they go', () => {
    const [missing, above, below] = predictBoosted(fitHistogramBoosting(m, y), matrix(Float64Array.of(NaN, 0, 0, 0, 40, 0, 0, 0, -40, 0, 0, 0), 4)); // prettier-ignore
    expect(missing).toBeGreaterThan(0.75);
    expect(above).toBeGreaterThan(0.3);
    expect(above).toBeLessThan(0.7);
    expect(below).toBeLessThan(0.3);
  });

  it('lowers the training loss with every tree and keeps what its leaves cover', () => {
    const model = fitHistogramBoosting(m, y, { trees: 30, leaves: 8 });
    const { roots, feature, left, right, cover } = model.nodes;
    expect(roots).toHaveLength(30);
    for (let node = 0; node < feature.length; node++) {
      if (feature[node]! >= 0) {
        expect(cover[node]).toBe(cover[left[node]!]! + cover[right[node]!]!);
      } else {
        // 20 by the estimate from the curvature, so about as many rows.
        expect(cover[node]).toBeGreaterThanOrEqual(12);
      }
    }
    const loss = (trees: number): number => {
      const fitted = predictBoosted(fitHistogramBoosting(m, y, { trees, leaves: 8 }), m);
      return fitted.reduce((sum, p, i) => sum - Math.log(y[i]! > 0 ? p : 1 - p), 0);
    };
    expect(loss(20)).toBeLessThan(loss(10));
    expect(loss(10)).toBeLessThan(loss(1));
  });

  it('is the same bit for bit each time', () => {
    expect(boostedMargins(fitHistogramBoosting(m, y), m)).toEqual(boostedMargins(fitHistogramBoosting(m, y), m));
  });

  it('answers with the base rate where nothing can be cut', () => {
    const equal = matrix(new Float64Array(100).fill(1e9), 1);
    const few = Int8Array.from({ length: 100 }, (_, i) => (i < 25 ? 1 : 0));
    predictBoosted(fitHistogramBoosting(equal, few), equal).forEach((p) => expect(p).toBeCloseTo(0.25, 6));
    const fewer = matrix(Float64Array.of(1, 2, 3), 1);
    predictBoosted(fitHistogramBoosting(fewer, Int8Array.of(0, 0, 1)), fewer).forEach((p) => expect(p).toBeCloseTo(1 / 3, 6)); // prettier-ignore
  });

  it('refuses ∞, one class and options that make no tree', () => {
    expect(() => fitHistogramBoosting(matrix(Float64Array.of(1, Infinity), 1), Int8Array.of(0, 1))).toThrow('row 1, column 0 is Infinity'); // prettier-ignore
    expect(() => fitHistogramBoosting(m, new Int8Array(n).fill(1))).toThrow('all 3000 labels are 1');
    expect(() => fitHistogramBoosting(m, y, { leaves: 1 })).toThrow('two leaves');
  });
});
