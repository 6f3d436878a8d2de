import fc from 'fast-check';
import { matrix } from '../matrix';
import { Random } from '../random';
import { IsolationForest } from './isolationForest';
import { PathKernel } from './pathKernel';
import { sumPathsPlain } from './sumPathsPlain';
import { packNodes } from './treeNodes';

it('adds up the same paths to the last bit as the plain walk, whatever the rows, columns and trees', () => {
  const shape = fc.record({
    rows: fc.integer({ min: 1, max: 700 }),
    columns: fc.integer({ min: 1, max: 70 }),
    trees: fc.integer({ min: 1, max: 30 }),
    sampleSize: fc.integer({ min: 2, max: 600 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  });
  fc.assert(
    fc.property(shape, ({ rows, columns, trees, sampleSize, seed }) => {
      const random = new Random(seed);
      // Rounded, so that values tie with each other and with thresholds.
      const data = Float64Array.from({ length: rows * columns }, () => Math.round(4 * random.normal())); // prettier-ignore
      const json = IsolationForest.fit(matrix(data, columns), { seed, trees, sampleSize }).toJSON();
      // Cut at a value that rows have: equal ones must go left in both.
      const nodes = packNodes({ ...json, threshold: json.threshold.map(Math.round) });
      const [plain, fast] = [
        sumPathsPlain(matrix(data, columns), json.roots, nodes),
        new PathKernel(columns, json.roots, nodes).sumPaths(matrix(data, columns)),
      ];
      expect(fast).toEqual(plain);
    }),
    { numRuns: 60 }
  );
});

it('gives a row the same score alone as among many', () => {
  const random = new Random(3);
  const data = matrix(Float64Array.from({ length: 1000 * 4 }, () => random.normal()), 4); // prettier-ignore
  const forest = IsolationForest.fit(data, { seed: 1 });
  const together = forest.score(data);
  const alone = [0, 499, 999].map((i) => forest.score(matrix(data.data.slice(i * 4, i * 4 + 4), 4))[0]);
  expect(alone).toEqual([together[0], together[499], together[999]]);
});
