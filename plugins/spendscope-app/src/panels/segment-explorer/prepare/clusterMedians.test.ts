import { pointsInARow, viewOf } from '../testing/items';
import { clusterMedians } from './clusterMedians';

it('weighs cells by their customers', () => {
  const cells = pointsInARow([0, 0, 0, 1], {
    kind: 'cells',
    count: Float64Array.of(1, 1, 5, 2),
    cellWidth: 1,
    cellHeight: 1,
  });
  expect(clusterMedians(viewOf(cells))).toEqual([
    { x: 2, y: 0 },
    { x: 3, y: 0 },
  ]);
});
