import { apart, churnFixture, held, learnt } from '../../fixtures/churnFixture';
import { matrix } from '../matrix';
import { fitRandomForest, predictForest } from '../trees/forest';
import { boostedMargins, fitHistogramBoosting } from '../trees/histogramBoosting';
import { packNodes, sumTrees } from '../trees/treeEnsemble';
import { permutationImportance } from './permutationImportance';
import { treeShap } from './treeShap';

describe(`TreeSHAP against ${churnFixture.source}`, () => {
  const { nodes, rows, contributions } = churnFixture.shap;
  const m = matrix(Float64Array.from(rows.flat(), (x) => x ?? NaN), 6); // prettier-ignore

  it('gives LightGBM’s contributions of LightGBM’s trees, missing values included', () => {
    const { base, values } = treeShap(packNodes(nodes), m);
    contributions.forEach((row, i) => {
      expect(base).toBeCloseTo(row[6]!, 9);
      expect(apart(values.subarray(6 * i, 6 * i + 6), row.slice(0, 6))).toBeLessThan(1e-9);
    });
  });
});

describe('TreeSHAP', () => {
  const sums = (base: number, values: Float64Array, columns: number): number[] =>
    Array.from({ length: values.length / columns }, (_, i) => values.subarray(i * columns, (i + 1) * columns).reduce((sum, x) => sum + x, base)); // prettier-ignore

  it('adds up to the margins of boosted trees', () => {
    const model = fitHistogramBoosting(learnt.rows, learnt.labels, { trees: 30 });
    const { base, values } = treeShap(model.nodes, held.rows);
    expect(apart(sums(base + model.base, values, 6), boostedMargins(model, held.rows))).toBeLessThan(1e-9);
  });

  it('adds up to the probabilities of a forest cut to pure leaves', () => {
    const forest = fitRandomForest(learnt.rows, learnt.labels, { seed: 1, trees: 10 });
    const { base, values } = treeShap(forest.nodes, held.rows);
    expect(apart(sums(base, values, 6), predictForest(forest, held.rows))).toBeLessThan(1e-9);
  });

  it('adds up with more features on a path than a table is kept for', () => {
    // A chain: feature k cuts its node, right is a leaf, left goes on.
    const depth = 14;
    const nodes = { roots: [0], feature: [] as number[], threshold: [] as number[], left: [] as number[], right: [] as number[], missingLeft: [] as number[], value: [] as number[], cover: [] as number[] }; // prettier-ignore
    for (let k = 0; k <= 2 * depth; k++) {
      const inner = k % 2 === 0 && k < 2 * depth;
      nodes.feature.push(inner ? k / 2 : -1);
      nodes.threshold.push(0);
      nodes.left.push(inner ? k + 2 : -1);
      nodes.right.push(inner ? k + 1 : -1);
      nodes.missingLeft.push(0);
      nodes.value.push(k);
      nodes.cover.push(k % 2 === 0 ? 2 ** (depth - k / 2) : 2 ** (depth - (k + 1) / 2));
    }
    const m = matrix(
      Float64Array.from({ length: 3 * depth }, (_, at) => (at % 5 === 3 ? 1 : -1)),
      depth
    );
    const packed = packNodes(nodes);
    const { base, values } = treeShap(packed, m);
    expect(apart(sums(base, values, depth), sumTrees(packed, m))).toBeLessThan(1e-9);
  });
});

describe('permutation importance', () => {
  it('falls for the column that is used and not for the one that is not', () => {
    const used = Float64Array.from({ length: 200 }, (_, i) => i % 7);
    const table = { rows: 200, columns: [{ name: 'used', kind: 'number' as const, values: used }, { name: 'idle', kind: 'number' as const, values: used.map((x) => -x) }] }; // prettier-ignore
    const hits = (t: typeof table): number => t.columns[0]!.values.filter((x, i) => x === used[i]).length / 200;
    const [first, second] = permutationImportance(table, (t) => hits(t as typeof table), { seed: 1 });
    expect(first!.drop).toBeGreaterThan(0.7);
    expect(second).toMatchObject({ name: 'idle', drop: 0, deviation: 0 });
  });
});
