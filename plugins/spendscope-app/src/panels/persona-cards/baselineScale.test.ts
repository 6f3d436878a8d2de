import { barLength, POPULATION_AT } from './baselineScale';

describe('barLength', () => {
  it('meets the population’s tick at 1×', () => {
    expect(barLength(1)).toBe(POPULATION_AT);
    expect(barLength(0.5)).toBe(POPULATION_AT / 2);
  });

  it('grows by the logarithm above, and ends at ten times', () => {
    expect(barLength(10 ** 0.25)).toBeCloseTo(0.55, 10);
    expect(barLength(Math.sqrt(10))).toBeCloseTo(0.7, 10);
    expect(barLength(10)).toBeCloseTo(1, 10);
    expect(barLength(100)).toBe(1);
  });

  it.each([0, -1, NaN])('is nothing for %d', (ratio) => {
    expect(barLength(ratio)).toBe(0);
  });
});
