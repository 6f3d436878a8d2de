import { IsolationForest, Random, matrix } from '@spendscope/analytics';
import { explainScore } from './reasons';
import { featureCount, transactionFeatureNames } from './transactionFeatures';

const baseline = { logAmount: 4, logSigma: 0.3, hour: 12, gapMinutes: 1_440 };
const random = new Random(2);
const usual = (): number[] => [
  random.normal(),
  4 + 0.3 * random.normal(),
  Math.abs(random.normal()),
  0,
  3 + 0.2 * random.normal(),
  random.chance(0.02) ? 1 : 0,
  0,
  0,
  random.chance(0.01) ? 1 : 0,
  Math.abs(random.normal()),
  Math.abs(random.normal()) / 3,
  random.chance(0.2) ? 1 : 0,
  0,
  0,
];
const rows = Float64Array.from(Array.from({ length: 2_000 }, usual).flat());
const forest = IsolationForest.fit(matrix(rows, featureCount), { seed: 1, features: transactionFeatureNames });

it('names what raised the score, with figures that a person understands', () => {
  const features = Float64Array.from(usual());
  features[9] = Math.log10(1 + 8_560);
  features[10] = Math.log10(1 + 8_560);
  features[5] = 9;
  const { codes, details } = explainScore(forest, features, baseline);
  expect(new Set(codes)).toEqual(new Set(['impossible_travel', 'far_from_previous', 'many_in_minutes']));
  const travel = details.find(({ feature }) => feature === 'log_speed_kmh')!;
  expect(travel.value).toBeCloseTo(8_560, 0);
  expect(details.reduce((sum, { contribution }) => sum + contribution, 0)).toBeLessThanOrEqual(1.001);
});

it('tells an amount in the currency, beside the usual one', () => {
  const features = Float64Array.from(usual());
  features[0] = 8;
  features[1] = Math.log10(1 + 2_500_000);
  const { details, codes } = explainScore(forest, features, baseline);
  expect(codes[0]).toMatch(/^amount_/);
  expect(details[0]).toMatchObject({ value: 2_500_000, usual: 9_999 });
});
