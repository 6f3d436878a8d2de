import { barLayout, niceTicks } from './barLayout';

describe('barLayout', () => {
  const series = [
    [3, 1],
    [1, null],
  ];

  it('puts series side by side from zero', () => {
    expect(barLayout(series, 'none')).toEqual([
      { category: 0, series: 0, from: 0, to: 3, value: 3, slot: 0, slots: 2 },
      { category: 0, series: 1, from: 0, to: 1, value: 1, slot: 1, slots: 2 },
      { category: 1, series: 0, from: 0, to: 1, value: 1, slot: 0, slots: 2 },
    ]);
  });

  it('stacks series on each other, negative ones downwards', () => {
    const bars = barLayout([[3], [-2], [1], [-1]], 'normal');
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [0, -2],
      [3, 4],
      [-2, -3],
    ]);
  });

  it('stacks shares to one', () => {
    expect(barLayout(series, 'percent').map(({ from, to }) => [from, to])).toEqual([
      [0, 0.75],
      [0.75, 1],
      [0, 1],
    ]);
  });
});

describe('niceTicks', () => {
  it.each([
    [0, 97, 5, [0, 20, 40, 60, 80, 100]],
    [-3, 7, 5, [-4, -2, 0, 2, 4, 6, 8]],
    [0, 0.7, 4, [0, 0.2, 0.4, 0.6, 0.8]],
  ])('covers %d to %d in about %d round steps', (min, max, count, expected) => {
    expect(niceTicks(min, max, count)).toEqual(expected);
  });
});
