import { robustRange } from './robustRange';

const spread = Float64Array.from({ length: 1000 }, (_, i) => 4 + (i / 999) * 4);
const ones = (length: number): Float64Array => new Float64Array(length).fill(1);
const rangeOf = (positions: Float64Array, domain: [number, number]): number[] =>
  robustRange(positions, ones(positions.length), domain).map((edge) => Number(edge.toFixed(2)));

describe('robustRange', () => {
  it('leaves single customers far below outside', () => {
    const [low, high] = rangeOf(Float64Array.from([0, 0.1, ...spread]), [0, 8.1]);
    expect(low).toBeGreaterThan(3.5);
    expect(low).toBeLessThan(4.1);
    expect(high).toBe(8.1);
  });

  it('keeps an end where more than a few customers are', () => {
    expect(rangeOf(Float64Array.from([...ones(20).fill(0), ...spread]), [0, 8.1])).toEqual([0, 8.1]);
  });

  it('keeps the whole where cutting would free little', () => {
    expect(rangeOf(Float64Array.from([3.9, ...spread]), [3.9, 8.1])).toEqual([3.9, 8.1]);
  });

  it('counts the customers of a cell, not the cells', () => {
    const positions = Float64Array.from([0, 5, 6]);
    expect(robustRange(positions, Float64Array.from([1, 500, 500]), [0, 6.5])[0]).toBeGreaterThan(4);
    expect(robustRange(positions, Float64Array.from([500, 500, 500]), [0, 6.5])).toEqual([0, 6.5]);
  });

  it('keeps the whole where all customers are in one place', () => {
    expect(robustRange(Float64Array.from([2, 2]), ones(2), [1.5, 2.5])).toEqual([1.5, 2.5]);
    expect(robustRange(new Float64Array(0), ones(0), [0, 1])).toEqual([0, 1]);
  });
});
