import fc from 'fast-check';
import { ownMeanOutlier } from './ownMeanOutlier';
import { median, robustScale, robustZ } from './robust';

describe('robust scale', () => {
  it('takes the mean of the middle two, and is not moved by one huge amount', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(robustScale([10, 11, 12, 13, 1e9])).toMatchObject({ median: 12, mad: 1 });
  });

  it('falls back on the mean deviation where more than half are equal', () => {
    const scale = robustScale([5, 5, 5, 5, 9]);
    expect(scale.mad).toBe(0);
    expect(scale.sigma).toBeCloseTo(1.2533141373155 * 0.8, 12);
  });

  it('gives equal values no spread: 0 for the same, infinity for another', () => {
    const scale = robustScale([7, 7, 7]);
    expect(robustZ(7, scale)).toBe(0);
    expect(robustZ(8, scale)).toBe(Infinity);
    expect(robustZ(6, scale)).toBe(-Infinity);
  });

  it('follows shifts and scales', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -500, max: 500 }), (values, by, add) => {
        const before = robustScale(values);
        const after = robustScale(values.map((value) => value * by + add));
        expect(after.median).toBeCloseTo(before.median * by + add, 6);
        expect(after.sigma).toBeCloseTo(before.sigma * by, 6);
      })
    );
  });

  it('refuses nothing and NaN', () => {
    expect(() => median([])).toThrow('Median needs at least one value.');
    expect(() => median([1, NaN])).toThrow('value 1 is NaN');
  });
});

describe('ownMeanOutlier', () => {
  it('finds the amount farthest from the customer’s own median, above or below', () => {
    expect(ownMeanOutlier([10, 12, 11, 9, 90, 10])).toMatchObject({ index: 4, direction: 'above' });
    expect(ownMeanOutlier([100, 102, 101, 99, 1, 100])).toMatchObject({ index: 4, direction: 'below' });
  });

  it('is silent on short, even or quiet histories', () => {
    expect(ownMeanOutlier([1, 1, 1, 900])).toBeUndefined();
    expect(ownMeanOutlier([5, 5, 5, 5, 5, 5])).toBeUndefined();
    expect(ownMeanOutlier([10, 12, 11, 9, 13, 10])).toBeUndefined();
  });

  it('refuses a threshold of 0', () => {
    expect(() => ownMeanOutlier([1, 2, 3], { threshold: 0 })).toThrow('must be positive');
  });
});
