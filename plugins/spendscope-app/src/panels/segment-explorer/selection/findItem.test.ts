import { viewportOf } from '../axis/viewport';
import { pointsInARow } from '../testing/items';
import { findItem, itemBox } from './findItem';
import { selectItems } from './selection';

const viewport = viewportOf([0, 10], [-5, 5]);
const size = { width: 1000, height: 1000 };

describe('findItem', () => {
  it('finds the nearest point within reach, and none in empty places', () => {
    const points = pointsInARow([0, 0, 0]);
    expect(findItem(points, [1.1, 0.05], viewport, size)).toBe(1);
    expect(findItem(points, [1.5, 0], viewport, size)).toBeUndefined();
  });

  it('finds the covering cell, for which its largest cluster speaks', () => {
    const cells = pointsInARow([0, 1, 0], {
      kind: 'cells',
      x: Float64Array.of(1.5, 1.5, 2.5),
      count: Float64Array.of(2, 9, 4),
      cellWidth: 1,
      cellHeight: 1,
    });
    expect(findItem(cells, [1.9, 0.4], viewport, size)).toBe(1);
    expect(findItem(cells, [1.9, 0.6], viewport, size)).toBeUndefined();
    const mask = selectItems(
      cells,
      [{ operation: 'replace', shape: { kind: 'box', box: itemBox(cells, 0) } }],
      new Set()
    );
    expect([...mask!]).toEqual([1, 1, 0]);
  });
});
