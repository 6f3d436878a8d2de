import { pointsInARow } from '../testing/items';
import { cellOpacity, densityCells } from './densityCells';

describe('densityCells', () => {
  const items = pointsInARow([0, 1, 1], {
    kind: 'cells',
    // The first two share a place, but for the last bits of their keys.
    x: Float64Array.of(0.15, 0.15000000000000002, 0.25),
    count: Float64Array.of(5, 9, 2),
    cellWidth: 0.1,
    cellHeight: 0.1,
  });

  it('gives a place to the cluster with most customers, and counts all of them', () => {
    expect(densityCells(items)).toEqual([
      { x: 0.15, y: 0, total: 14, leading: 1, selected: true },
      { x: 0.25, y: 0, total: 2, leading: 1, selected: true },
    ]);
  });

  it('lets the selected clusters lead where they are', () => {
    expect(densityCells(items, Uint8Array.of(1, 0, 0))).toMatchObject([
      { leading: 0, total: 14, selected: true },
      { leading: 1, selected: false },
    ]);
  });
});

it('shows a single customer faintly and the densest cell fully', () => {
  expect(cellOpacity(1, 1000)).toBeCloseTo(0.08, 10);
  expect(cellOpacity(1000, 1000)).toBe(1);
  expect(cellOpacity(1, 1)).toBe(1);
});
