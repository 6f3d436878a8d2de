import { apart, churnFixture, held, learnt } from '../../fixtures/churnFixture';
import { matrix } from '../matrix';
import { Random } from '../random';
import { fitNearest, predictNearest } from './kNearest';
import { KdTree } from './kdTree';

describe(`nearest neighbours against ${churnFixture.source}`, () => {
  it.each(['uniform', 'distance'] as const)('probabilities with %s weights', (weights) => {
    const model = fitNearest(learnt.rows, learnt.labels, { k: 7, weights });
    expect(apart(predictNearest(model, held.rows), churnFixture.nearest[weights])).toBeLessThan(1e-12);
  });
});

describe('the k-d tree', () => {
  it('finds what comparing with every row finds, ties to the lower row', () => {
    const random = new Random(2);
    // Few distinct values, so that there are many ties and equal rows.
    const m = matrix(
      Float64Array.from({ length: 3 * 700 }, () => random.int(6)),
      3
    );
    const { rows, squares } = new KdTree(m).nearest(m, 9);
    for (let q = 0; q < m.rows; q++) {
      const all = Array.from({ length: m.rows }, (_, row) => ({
        row,
        square: [0, 1, 2].reduce((sum, j) => sum + (m.data[3 * q + j]! - m.data[3 * row + j]!) ** 2, 0),
      })).sort((a, b) => a.square - b.square || a.row - b.row);
      expect(Array.from(squares.subarray(9 * q, 9 * q + 9))).toEqual(all.slice(0, 9).map(({ square }) => square));
      expect(Array.from(rows.subarray(9 * q, 9 * q + 9))).toEqual(all.slice(0, 9).map(({ row }) => row));
    }
  });

  it('does with rows that are all equal, and refuses more neighbours than rows', () => {
    const equal = matrix(new Float64Array(200).fill(5), 2);
    expect(Array.from(new KdTree(equal).nearest(equal, 3).rows.subarray(0, 3))).toEqual([0, 1, 2]);
    expect(() => new KdTree(equal).nearest(equal, 101)).toThrow('101 neighbours need 101 rows; there are 100');
  });
});
