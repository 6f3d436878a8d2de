import { pointsInARow } from '../testing/items';
import { marginalBins } from './marginals';

describe('marginalBins', () => {
  it('counts points between the ends only', () => {
    const bins = marginalBins(pointsInARow([0, 0, 0, 0]), 'x', [0, 3], 3);
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('aligns with cells, so that no bin catches two while its neighbour gets none', () => {
    const cells = pointsInARow([0, 0, 0, 0, 0, 0], {
      kind: 'cells',
      x: Float64Array.of(0.05, 0.15, 0.25, 0.35, 0.45, 0.55),
      count: Float64Array.of(1, 2, 3, 4, 5, 6),
      cellWidth: 0.1,
    });
    expect(marginalBins(cells, 'x', [0, 0.6], 50).map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(marginalBins(cells, 'x', [0, 0.6], 3).map(({ count }) => count)).toEqual([3, 7, 11]);
  });
});
