import fixture from '../../fixtures/statistics.json';
import { anova } from './anova';
import { benjaminiHochberg } from './benjaminiHochberg';
import { boxPlot } from './boxPlot';
import { chiSquareTest } from './chiSquareTest';
import { cochranArmitage } from './cochranArmitage';
import { pearson, spearman } from './correlation';
import { meanInterval } from './describe';
import { chiSquareTails } from './distributions/chiSquare';
import { fisherFTails } from './distributions/fisherF';
import { hypergeometricProbability } from './distributions/hypergeometric';
import { incompleteBeta } from './distributions/incompleteBeta';
import { incompleteGamma } from './distributions/incompleteGamma';
import { noncentralChiSquare, noncentralF } from './distributions/noncentral';
import { normalTails } from './distributions/normal';
import { studentTQuantile, studentTTwoSided } from './distributions/studentT';
import { type FourCounts, fisherExact } from './fisherExact';
import { kruskalWallis } from './kruskalWallis';
import { mannKendall } from './mannKendall';
import { mannWhitney } from './mannWhitney';
import { oddsRatio } from './oddsRatio';
import { standardizedDifference } from './standardizedDifference';
import { studentTTest, welchTTest } from './tTest';
import { seasonalTrend, theilSen } from './theilSen';

/** Relative, so that a p-value of 1e-100 is held to as many digits as one of 0.05. */
function expectClose(actual: number, expected: number, tolerance = 1e-9): void {
  const difference = Math.abs(actual - expected);
  if (!(difference <= tolerance * Math.abs(expected) || difference < 1e-307)) {
    throw new Error(`${actual} is not ${expected}: off by ${difference / Math.abs(expected)} of it`);
  }
}

type Figures = readonly number[];
const functions: Record<keyof typeof fixture.distributions, (...figures: number[]) => number> = {
  normalUpper: (z) => normalTails(z).upper,
  tTwoSided: studentTTwoSided,
  tQuantile: studentTQuantile,
  chiSquareUpper: (x, df) => chiSquareTails(x, df).upper,
  fUpper: (x, df1, df2) => fisherFTails(x, df1, df2).upper,
  gammaLower: (a, x) => incompleteGamma(a, x).lower,
  gammaUpper: (a, x) => incompleteGamma(a, x).upper,
  betaLower: (a, b, x) => incompleteBeta(a, b, x, 1 - x).lower,
  hypergeometric: (k, all, marked, drawn) => hypergeometricProbability(k, { all, marked, drawn }),
  noncentralChiSquare,
  noncentralF,
};

describe(`against ${fixture.source}`, () => {
  it.each(Object.keys(functions) as (keyof typeof functions)[])('%s, far tails included', (name) => {
    const rows: readonly Figures[] = fixture.distributions[name];
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      expectClose(functions[name](...row.slice(0, -1)), row.at(-1)!);
    }
  });

  it('reaches tails below 1e-100 in the t, chi-square and F distributions', () => {
    for (const name of ['tTwoSided', 'chiSquareUpper', 'fUpper', 'normalUpper'] as const) {
      expect(Math.min(...fixture.distributions[name].map((row: Figures) => row.at(-1)!))).toBeLessThan(1e-100);
    }
  });

  it.each(Object.entries(fixture.samples))('two samples, %s', (name, { a, b, ...expected }) => {
    // NumPy’s mean of figures near 10⁹ loses digits; the next test holds ours to exact ones.
    const tolerance = name === 'huge' ? 1e-5 : 1e-9;
    for (const [ours, theirs] of [
      [welchTTest(a, b), expected.welch],
      [studentTTest(a, b), expected.student],
    ] as const) {
      (['t', 'df', 'p', 'low', 'high'] as const).forEach((key) => expectClose(ours[key], theirs[key], tolerance));
    }
    const { d, g, low, high } = standardizedDifference(a, b);
    expectClose(d, expected.cohen, tolerance);
    // statsmodels corrects by 1 − 3 ÷ (4 n − 9), which is near the exact correction.
    expectClose(g, expected.hedgesApproximate, 2e-3);
    expectClose(((high - low) / 2 / 1.959963984540054) ** 2, expected.hedgesVariance, 2e-3);
    expectClose((low + high) / 2, g);
    const ranks = mannWhitney(a, b);
    expectClose(ranks.u, expected.mannWhitney.u);
    expectClose(ranks.p, expected.mannWhitney.p);
    [ranks.low, ranks.high].forEach((value, i) => expectClose(value, expected.mannWhitney.interval[i]!));
    const mean = meanInterval(a);
    (['mean', 'variance', 'low', 'high'] as const).forEach((key) =>
      expectClose(mean[key], expected.meanOfA[key], tolerance)
    );
  });

  it('loses nothing to figures near 10⁹: without the 10⁹, which a difference of doubles takes away exactly, it says the same', () => {
    const { a, b } = fixture.samples.huge;
    const [c, d] = [a, b].map((values) => values.map((value) => value - 1e9)) as [number[], number[]];
    for (const test of [welchTTest, studentTTest]) {
      const [huge, plain] = [test(a, b), test(c, d)];
      (['t', 'df', 'p', 'low', 'high'] as const).forEach((key) => expectClose(huge[key], plain[key], 1e-9));
    }
    expectClose(standardizedDifference(a, b).d, standardizedDifference(c, d).d, 1e-9);
    expectClose(meanInterval(a).variance, meanInterval(c).variance, 1e-9);
  });

  it('takes the exact Mann–Whitney distribution for small samples', () => {
    expect(mannWhitney(fixture.samples.small.a, fixture.samples.small.b).method).toBe('exact');
    expect(mannWhitney(fixture.samples.oneSmall.a, fixture.samples.oneSmall.b).method).toBe('exact');
    expect(mannWhitney(fixture.samples.tied.a, fixture.samples.tied.b).method).toBe('normal');
  });

  it.each(fixture.counts)('counts $table', ({ table, ...expected }) => {
    const ours = chiSquareTest(table);
    expectClose(ours.chiSquare, expected.chiSquare);
    expectClose(ours.p, expected.p);
    expectClose(ours.leastExpected, expected.leastExpected);
    expectClose(ours.cramersV, expected.cramersV);
    expect(ours.correctedV).toBeGreaterThanOrEqual(ours.low);
    expect(ours.correctedV).toBeLessThanOrEqual(ours.high);
    [ours.low, ours.high].forEach((value, i) => expectClose(value, expected.cramersInterval[i]!));
    expect(ours.df).toBe(expected.df);
    const corrected = chiSquareTest(table, { yates: true });
    expectClose(corrected.chiSquare, expected.yates.chiSquare);
    expectClose(corrected.p, expected.yates.p);
    if (expected.fisher !== undefined && expected.oddsRatio) {
      const four = table as unknown as FourCounts;
      expectClose(fisherExact(four), expected.fisher);
      const { oddsRatio: ratio, low, high } = oddsRatio(four);
      [ratio, low, high].forEach((value, i) => expectClose(value, expected.oddsRatio[i]!));
    }
  });

  it('analysis of variance and Kruskal–Wallis', () => {
    for (const { groups, ...expected } of fixture.groups) {
      const variance = anova(groups);
      expectClose(variance.f, expected.f);
      expectClose(variance.p, expected.p);
      expectClose(variance.etaSquared, expected.etaSquared);
      expected.etaInterval.forEach((value, i) => expectClose([variance.low, variance.high][i]!, value));
      const ranks = kruskalWallis(groups);
      expectClose(ranks.h, expected.h);
      expectClose(ranks.p, expected.hp);
    }
  });

  it('trend of shares (Cochran–Armitage)', () => {
    for (const { events, cases, scores, z, p } of fixture.trends) {
      const ours = cochranArmitage(events, cases, scores);
      expectClose(ours.z, z);
      expectClose(ours.p, p);
    }
  });

  it('trend in time (Mann–Kendall)', () => {
    for (const { values, ...expected } of fixture.series) {
      const ours = mannKendall(values);
      (['s', 'z', 'p', 'tau'] as const).forEach((key) => expectClose(ours[key], expected[key]));
    }
  });

  it('robust slopes with their intervals (Theil–Sen)', () => {
    fixture.series.forEach(({ values, z }, i) => {
      const ours = theilSen(values);
      (['slope', 'low', 'high'] as const).forEach((key) => expectClose(ours[key], fixture.theilSen[i]![key]));
      expectClose(ours.z, z);
    });
  });

  it('trend through seasons (seasonal Kendall)', () => {
    for (const { values, ...expected } of fixture.seasonal) {
      const ours = seasonalTrend(values, 12);
      (['z', 'p', 'slope'] as const).forEach((key) => expectClose(ours[key], expected[key]));
    }
  });

  it('correlations with their intervals', () => {
    for (const { x, y, ...expected } of fixture.correlations) {
      const { r, p, low, high } = pearson(x, y);
      [r, p, low, high].forEach((value, i) => expectClose(value, expected.pearson[i]!));
      const rank = spearman(x, y);
      [rank.r, rank.p, rank.low, rank.high].forEach((value, i) => expectClose(value, expected.spearman[i]!));
      const above = x.map((value) => (value > 0.2 ? 1 : 0));
      const point = pearson(above, y);
      [point.r, point.p].forEach((value, i) => expectClose(value, expected.pointBiserial[i]!));
    }
  });

  it('Benjamini–Hochberg', () => {
    const { ps, corrected } = fixture.benjaminiHochberg;
    benjaminiHochberg(ps).forEach((value, i) => expectClose(value, corrected[i]!));
  });

  it('quartiles', () => {
    for (const { values, quartiles } of fixture.quartiles) {
      const { q1, median, q3 } = boxPlot(values);
      [q1, median, q3].forEach((value, i) => expectClose(value, quartiles[i]!));
    }
  });
});
