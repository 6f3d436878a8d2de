import fc from 'fast-check';
import { AnalyticsError } from '../analyticsError';
import { anova } from './anova';
import { benjaminiHochberg } from './benjaminiHochberg';
import { boxPlot } from './boxPlot';
import { chiSquareTest } from './chiSquareTest';
import { cochranArmitage } from './cochranArmitage';
import { pearson, spearman } from './correlation';
import { meanInterval, moments } from './describe';
import { fisherFTails } from './distributions/fisherF';
import { incompleteGamma } from './distributions/incompleteGamma';
import { normalTails } from './distributions/normal';
import { studentTQuantile, studentTTails } from './distributions/studentT';
import { fisherExact } from './fisherExact';
import { kruskalWallis } from './kruskalWallis';
import { mannKendall } from './mannKendall';
import { mannWhitney } from './mannWhitney';
import { oddsRatio } from './oddsRatio';
import { standardizedDifference } from './standardizedDifference';
import { studentTTest, welchTTest } from './tTest';

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(AnalyticsError);
    return (error as AnalyticsError).code;
  }
  return 'no error';
}

const twoSample = { welchTTest, studentTTest, standardizedDifference };

describe('constant columns', () => {
  it.each(Object.entries(twoSample))('%s refuses two groups that do not vary', (_, test) => {
    expect(codeOf(() => test([3, 3, 3], [3, 3]))).toBe('constant');
    expect(codeOf(() => test([3, 3, 3], [4, 4]))).toBe('constant');
  });

  it('measures one constant group against one that varies', () => {
    expect(welchTTest([5, 5, 5], [1, 2, 3]).t).toBeCloseTo(3 * Math.sqrt(3), 12);
  });

  it('refuses correlations, analyses of variance and ranks without any spread', () => {
    expect(codeOf(() => pearson([1, 1, 1], [1, 2, 3]))).toBe('constant');
    expect(codeOf(() => spearman([1, 2, 3], [0.1, 0.1, 0.1]))).toBe('constant');
    expect(codeOf(() => anova([[1, 1], [2, 2]]))).toBe('constant'); // prettier-ignore
    expect(codeOf(() => kruskalWallis([[7, 7], [7]]))).toBe('constant'); // prettier-ignore
    expect(codeOf(() => cochranArmitage([1, 0], [3, 0]))).toBe('constant');
  });

  it('has variance 0, not rounding, for equal values of any size', () => {
    expect(moments([0.1, 0.1, 0.1]).variance).toBe(0);
    expect(moments([1e9 / 3, 1e9 / 3, 1e9 / 3]).variance).toBe(0);
  });

  it('says p = 1 where ranks are all tied', () => {
    expect(mannWhitney([2, 2, 2], [2, 2])).toMatchObject({ u: 3, p: 1, rankBiserial: 0 });
    expect(mannKendall([4, 4, 4, 4])).toMatchObject({ s: 0, z: 0, p: 1 });
  });
});

describe('empty and lone groups', () => {
  it('names the group that is too small', () => {
    expect(() => welchTTest([1, 2], [])).toThrow('group 1 has 0 values and needs at least 2');
    expect(() => welchTTest([1], [1, 2])).toThrow('group 0 has 1 values');
    expect(() => mannWhitney([], [1])).toThrow('group 0 has 0 values');
    expect(() => anova([[1, 2], []])).toThrow('group 1 has 0 values');
  });

  it('needs two groups, two rows and two columns', () => {
    expect(codeOf(() => anova([[1, 2, 3]]))).toBe('too_few_rows');
    expect(codeOf(() => kruskalWallis([[1, 2, 3]]))).toBe('too_few_rows');
    expect(codeOf(() => chiSquareTest([[3, 4]]))).toBe('one_class');
    expect(codeOf(() => chiSquareTest([[3, 0], [4, 0]]))).toBe('one_class'); // prettier-ignore
    expect(codeOf(() => chiSquareTest([[0, 0], [0, 0]]))).toBe('empty'); // prettier-ignore
    expect(codeOf(() => cochranArmitage([5, 5], [5, 5]))).toBe('one_class');
  });

  it('leaves empty rows and columns out of the chi-square test', () => {
    const [full, padded] = [chiSquareTest([[3, 9], [8, 2]]), chiSquareTest([[3, 0, 9], [0, 0, 0], [8, 0, 2]])]; // prettier-ignore
    expect(padded).toEqual(full);
  });

  it('has no interval for the mean of one value, and none for a correlation of three pairs', () => {
    expect(meanInterval([4])).toEqual({ n: 1, mean: 4, variance: NaN, low: NaN, high: NaN });
    expect(pearson([1, 2, 3], [1, 3, 2])).toMatchObject({ r: 0.5, low: NaN, high: NaN });
    expect(codeOf(() => pearson([1, 2], [1, 2]))).toBe('too_few_rows');
    expect(codeOf(() => mannKendall([1, 2]))).toBe('too_few_rows');
    expect(benjaminiHochberg([])).toHaveLength(0);
  });

  it('answers p = 1 for a table with an empty row, and shifts an empty cell for the odds', () => {
    expect(fisherExact([[0, 0], [4, 5]])).toBe(1); // prettier-ignore
    expect(oddsRatio([[0, 5], [5, 5]]).oddsRatio).toBeCloseTo((0.5 * 5.5) / (5.5 * 5.5), 12); // prettier-ignore
  });
});

describe('values that are no numbers', () => {
  it.each([NaN, Infinity, -Infinity])('%s is refused with its place', (bad) => {
    for (const test of [...Object.values(twoSample), mannWhitney]) {
      expect(() => test([1, 2, bad], [1, 2, 3])).toThrow(`value 2 is ${bad}`);
    }
    expect(() => pearson([1, 2, 3], [1, bad, 3])).toThrow(`second column: value 1 is ${bad}`);
    expect(codeOf(() => boxPlot([bad]))).toBe('not_finite');
    expect(codeOf(() => meanInterval([1, bad]))).toBe('not_finite');
    expect(codeOf(() => mannKendall([1, 2, bad]))).toBe('not_finite');
    expect(codeOf(() => chiSquareTest([[bad, 1], [1, 1]]))).toBe('shape'); // prettier-ignore
    expect(codeOf(() => benjaminiHochberg([0.1, bad]))).toBe('bad_option');
  });

  it('refuses shares and counts that cannot be', () => {
    expect(codeOf(() => cochranArmitage([4], [3]))).toBe('bad_option');
    expect(codeOf(() => chiSquareTest([[1.5, 1], [1, 1]]))).toBe('shape'); // prettier-ignore
    expect(codeOf(() => chiSquareTest([[1, 1], [1]]))).toBe('shape'); // prettier-ignore
    expect(codeOf(() => meanInterval([1, 2], 1))).toBe('bad_option');
    expect(codeOf(() => studentTQuantile(0.3, 0))).toBe('bad_option');
  });
});

describe('ends and huge counts', () => {
  it('gives 0 and 1 at the ends of the distributions', () => {
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Infinity)).toEqual({ lower: 1, upper: 0 });
    expect(studentTTails(Infinity, 3)).toEqual({ lower: 1, upper: 0 });
    expect(fisherFTails(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(normalTails(-Infinity)).toEqual({ lower: 0, upper: 1 });
    expect(pearson([1, 2, 3, 4], [2, 4, 6, 8])).toMatchObject({ r: 1, p: 0, low: 1, high: 1 });
  });

  it('tests tables of a billion cases', () => {
    const even = chiSquareTest([[500_000_000, 500_000_000], [500_000_000, 500_000_000]]); // prettier-ignore
    expect(even).toMatchObject({ chiSquare: 0, p: 1, cramersV: 0, low: 0 });
    const p = fisherExact([[500_010_000, 499_990_000], [499_990_000, 500_010_000]]); // prettier-ignore
    // The exact test meets χ² = 0.8 there.
    expect(p).toBeCloseTo(chiSquareTest([[500_010_000, 499_990_000], [499_990_000, 500_010_000]]).p, 4); // prettier-ignore
  });

  it('does not lose a difference of 1 between amounts of 10⁹', () => {
    const a = [1e9 + 1, 1e9 + 2, 1e9 + 3];
    const b = [1e9, 1e9 + 1, 1e9 + 2];
    expect(welchTTest(a, b)).toMatchObject({ difference: 1 });
    expect(welchTTest(a, b).t).toBeCloseTo(welchTTest([1, 2, 3], [0, 1, 2]).t, 12);
  });
});

describe('laws', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 });

  it('both tails make 1, and the quantile undoes the tail', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.integer({ min: 1, max: 500 }), (t, df) => {
        const { lower, upper } = studentTTails(t, df);
        expect(lower + upper).toBeCloseTo(1, 14);
        if (lower > 1e-9 && upper > 1e-9) {
          expect(studentTQuantile(lower, df)).toBeCloseTo(t, 5);
        }
      })
    );
  });

  it('exchanging the groups turns the signs and keeps p', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [one, other] = [mannWhitney(a, b), mannWhitney(b, a)];
        expect(one.p).toBeCloseTo(other.p, 12);
        expect(one.rankBiserial).toBeCloseTo(-other.rankBiserial, 12);
        expect(one.low).toBeCloseTo(-other.high, 12);
      })
    );
  });

  it('the exact U distribution counts every order of small groups', () => {
    // All 10 orders of two against three values without ties, by hand: U of the first is 0 in one of them.
    expect(mannWhitney([1, 2], [3, 4, 5]).p).toBeCloseTo(0.2, 14);
    expect(mannWhitney([1, 3], [2, 4, 5]).p).toBeCloseTo(0.4, 14);
  });

  it('corrected p-values are at least the plain ones, in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (ps) => {
        const corrected = benjaminiHochberg(ps);
        ps.forEach((p, i) => {
          expect(corrected[i]).toBeGreaterThanOrEqual(p);
          ps.forEach((q, j) => expect(q > p ? corrected[j]! >= corrected[i]! : true).toBe(true));
        });
      })
    );
  });
});
