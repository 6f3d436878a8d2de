import { boxOf, isInBox, isInPolygon, type Point } from './geometry';

const arrow: Point[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [2, 1],
  [0, 4],
];

describe('isInPolygon', () => {
  it.each([
    [1, 1, true],
    [3.9, 3, true],
    [2, 0.5, true],
    [2, 2, false],
    [-1, 1, false],
    [5, 1, false],
    [1, 5, false],
  ])('(%d, %d) inside a concave outline: %s', (x, y, inside) => {
    expect(isInPolygon(x, y, arrow)).toBe(inside);
  });

  it('puts a point on a shared edge into exactly one of two neighbours', () => {
    const left: Point[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    const right: Point[] = [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ];
    expect([isInPolygon(1, 0.5, left), isInPolygon(1, 0.5, right)].filter(Boolean)).toHaveLength(1);
  });

  it('contains nothing with fewer than three corners', () => {
    expect(
      isInPolygon(0.5, 0.5, [
        [0, 0],
        [1, 1],
      ])
    ).toBe(false);
    expect(isInPolygon(0, 0, [])).toBe(false);
  });
});

it('boxes an outline', () => {
  expect(boxOf(arrow)).toEqual({ xMin: 0, xMax: 4, yMin: 0, yMax: 4 });
  expect(isInBox(4, 4, boxOf(arrow))).toBe(true);
  expect(isInBox(4.01, 4, boxOf(arrow))).toBe(false);
});
