import { Random, matrix } from '@spendscope/analytics';
import { fitClusterNumbers } from './clusterChoices';

/** Round groups in two columns. */
function groups(rows: number, centres: readonly [number, number][]): ReturnType<typeof matrix> {
  const random = new Random(3);
  const values = Array.from({ length: rows }, (_, i) => centres[i % centres.length]!.map((at) => at + random.normal()));
  return matrix(Float64Array.from(values.flat()), 2);
}
const three = groups(600, [[0, 0], [9, 1], [3, 10]]); // prettier-ignore

it('says how well each number fits, which is used and which is suggested', () => {
  const fits = fitClusterNumbers(three, 6, 1);
  expect(fits.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(fits.filter(({ verdict }) => verdict !== 'other').map(({ k, verdict }) => [k, verdict])).toEqual([
    [3, 'suggested'],
    [6, 'used'],
  ]);
  expect(fitClusterNumbers(three, 3, 1)[1]!.verdict).toBe('used and suggested');
  expect(fits[1]!.silhouette).toBeGreaterThan(0.7);
  expect(fits.every(({ customers }) => customers === 600)).toBe(true);
});

it('looks at a sample of many customers, the same for the same seed', () => {
  const many = groups(5_000, [[0, 0], [9, 1], [3, 10]]); // prettier-ignore
  const fits = fitClusterNumbers(many, 6, 1);
  expect(new Set(fits.map(({ customers }) => customers))).toEqual(new Set([3_000]));
  expect(fitClusterNumbers(many, 6, 1)).toEqual(fits);
});

it('says nothing of too few, or too few different, customers', () => {
  expect(fitClusterNumbers(matrix(Float64Array.of(1, 2, 3, 4), 2), 6, 1)).toEqual([]);
  expect(fitClusterNumbers(matrix(new Float64Array(200).fill(1), 2), 6, 1)).toEqual([]);
  expect(fitClusterNumbers(matrix(Float64Array.from({ length: 40 }, (_, i) => i % 4), 1), 6, 1).map(({ k }) => k)).toEqual([2, 3]); // prettier-ignore
});
