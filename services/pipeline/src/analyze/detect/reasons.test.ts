import { IsolationForest, Random, matrix } from '@spendscope/analytics';
import { explainScore } from './reasons';
import { type TransactionFeature, featureCount, transactionFeatureNames } from './transactionFeatures';

const baseline = {
  ...{ logAmount: 4, logSigma: 0.3, ownSigma: 0.3, types: {}, hour: 12, nightShare: 0.05, gapMinutes: 1_440 },
  ...{ orders10Minutes: 0, orders1Hour: 0, spent1Hour: 0, pace: 0, gap: 0, countries: { KR: 0.95, JP: 0.05 } },
};
const random = new Random(2);
const usual = (): number[] => [
  random.normal(),
  4 + 0.3 * random.normal(),
  Math.abs(random.normal()),
  0,
  3 + 0.2 * random.normal(),
  random.chance(0.02) ? 0.3 : 0,
  0,
  0,
  random.chance(0.01) ? 1 : 0,
  Math.abs(random.normal()),
  Math.abs(random.normal()) / 3,
  random.chance(0.2) ? 1 : 0,
  0,
  0,
  0,
  random.chance(0.05) ? 0.2 : 0,
  0,
  Math.abs(random.normal()) / 2,
];
const rows = Float64Array.from(Array.from({ length: 2_000 }, usual).flat());
const forest = IsolationForest.fit(matrix(rows, featureCount), { seed: 1, features: transactionFeatureNames });
const byForest = (features: Float64Array): Parameters<typeof explainScore> => [
  [{ contributions: forest.contributions(features), score: 0.9 }],
  features,
  baseline,
];

it('names what raised the score, with figures that a person understands', () => {
  const features = Float64Array.from(usual());
  features[9] = Math.log10(1 + 8_560);
  features[10] = Math.log10(1 + 8_560);
  features[5] = 1;
  const { codes, details } = explainScore(...byForest(features));
  expect(new Set(codes)).toEqual(new Set(['impossible_travel', 'far_from_previous', 'many_in_minutes']));
  const travel = details.find(({ feature }) => feature === 'log_speed_kmh')!;
  expect(travel.value).toBeCloseTo(8_560, 0);
  expect(details.reduce((sum, { contribution }) => sum + contribution, 0)).toBeLessThanOrEqual(1.001);
});

it('tells an amount in the currency, beside the usual one', () => {
  const features = Float64Array.from(usual());
  features[0] = 8;
  features[1] = Math.log10(1 + 2_500_000);
  const { details, codes } = explainScore(...byForest(features));
  expect(codes[0]).toMatch(/^amount_/);
  expect(details[0]).toMatchObject({ value: 2_500_000, usual: 9_999 });
});

/** Contributions of the features given, and of nothing else. */
const blamed = (features: Partial<Record<TransactionFeature, number>>): Float64Array =>
  Float64Array.from(transactionFeatureNames, (feature) => features[feature] ?? 0);

it('weighs what each detector blames by how strange it found the transaction', () => {
  const both = [
    { score: 0.6, contributions: blamed({ new_network: 4, log_amount: -7 }) },
    { score: 0.9, contributions: blamed({ log_orders_10_minutes: 30, new_network: 10 }) },
  ];
  const features = Float64Array.from(transactionFeatureNames, () => 1);
  const { details } = explainScore(both, features, baseline);
  expect(details.map(({ feature, contribution }) => [feature, contribution])).toEqual([
    ['new_network', 0.55],
    ['log_orders_10_minutes', 0.45],
  ]);
});

it('names no reason whose words would be untrue, such as a new network that is not new', () => {
  const contributions = blamed({ new_network: 5, log_speed_kmh: 3, log_gap_minutes: 2, amount_z: 1 });
  const features = new Float64Array(featureCount);
  features[4] = Math.log10(1 + 600);
  expect(explainScore([{ score: 0.9, contributions }], features, baseline).codes).toEqual(['amount_below_usual']);
});

it('tells a burst as how many times faster the last ones came, and only where they came faster', () => {
  const features = Float64Array.from(transactionFeatureNames, (name) => (name === 'burst_surprise' ? 7 : name === 'log_pace' ? 1 : 0)); // prettier-ignore
  const told = explainScore([{ score: 0.9, contributions: blamed({ burst_surprise: 1 }) }], features, baseline);
  expect([told.codes, told.details[0]!.value]).toEqual([['faster_than_usual'], 10]);
  features[transactionFeatureNames.indexOf('log_pace')] = 0;
  expect(explainScore([{ score: 0.9, contributions: blamed({ burst_surprise: 1 }) }], features, baseline).codes).toEqual([]); // prettier-ignore
});
