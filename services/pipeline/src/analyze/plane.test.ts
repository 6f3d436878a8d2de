import { Random, matrix } from '@spendscope/analytics';
import { customerPlane } from './plane';

const random = new Random(9);
/** Frequency and monetary value go together, recency against them, less so. */
const points = matrix(
  Float64Array.from({ length: 300 }, () => random.normal()).reduce((data, common, i) => {
    data.set([-0.5 * common + 0.8 * random.normal(), common + 0.2 * random.normal(), common], i * 3);
    return data;
  }, new Float64Array(900)),
  3
);

it('spreads customers along what goes together, and says what that is', () => {
  const { pca1, pca2, note } = customerPlane(points)!;
  const spread = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
  expect(spread(pca1)).toBeGreaterThan(2 * spread(pca2));
  const together = pca1.reduce((sum, value, i) => sum + value * points.data[3 * i + 2]!, 0);
  expect(together).toBeGreaterThan(0);
  expect(note).toMatch(
    /^pca1 has \d+ % of the spread: -0\.\d\d recency \+ 0\.\d\d frequency \+ 0\.\d\d monetary; pca2 has /
  );
});

it('is none of a single customer, and a point where all are alike', () => {
  expect(customerPlane(matrix(new Float64Array(3), 3))).toBeUndefined();
  expect([...customerPlane(matrix(new Float64Array(9), 3))!.pca1]).toEqual([0, 0, 0]);
});
