import { pointsInARow } from '../testing/items';
import { itemsInView } from './itemsInView';

it('lists what is in view, those with the most customers first, and counts what it leaves out', () => {
  const items = pointsInARow([0, 0, 0, 0, 0], { count: Float64Array.of(1, 5, 1, 9, 100) });
  expect(itemsInView(items, { xMin: 0, xMax: 3, yMin: -1, yMax: 1 }, 3)).toEqual({ shown: [3, 1, 0], total: 4 });
  expect(itemsInView(items, { xMin: 0, xMax: 3, yMin: 1, yMax: 2 }, 3)).toEqual({ shown: [], total: 0 });
});
