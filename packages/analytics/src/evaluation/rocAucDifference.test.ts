import { Random } from '../random';
import { rocAuc } from './rankMetrics';
import { rocAucDifference } from './rocAucDifference';

/** Scores that tell positives the better the more `signal` they have, with ties. */
function world(rows: number, signals: readonly number[], seed: number): { scores: Float64Array[]; labels: Int8Array } {
  const random = new Random(seed);
  const labels = Int8Array.from({ length: rows }, () => (random.chance(0.3) ? 1 : 0));
  const scores = signals.map((signal) =>
    Float64Array.from(labels, (label) => Math.round(5 * (signal * label + random.normal())))
  );
  return { scores, labels };
}

it('has the areas of the ROC curves and DeLong’s variance, as pairs of rows counted one by one give them', () => {
  const { scores, labels } = world(90, [0.6, 1.1], 3);
  const [first, second] = scores as [Float64Array, Float64Array];
  const found = rocAucDifference(first, second, labels);
  expect(found.first).toBeCloseTo(rocAuc(first, labels), 12);
  expect(found.second).toBeCloseTo(rocAuc(second, labels), 12);
  // The definition: psi of every pair, its means by row, and the sample variances of the differences of these.
  const [positives, negatives] = [1, 0].map((kind) => [...labels.keys()].filter((row) => labels[row] === kind)) as [number[], number[]]; // prettier-ignore
  const psi = (of: Float64Array, x: number, y: number): number => (of[x]! > of[y]! ? 1 : of[x]! === of[y]! ? 0.5 : 0);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: number[]): number =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  const byPositive = positives.map((x) => mean(negatives.map((y) => psi(second, x, y) - psi(first, x, y))));
  const byNegative = negatives.map((y) => mean(positives.map((x) => psi(second, x, y) - psi(first, x, y))));
  const error = Math.sqrt(variance(byPositive) / positives.length + variance(byNegative) / negatives.length);
  expect(found.high - found.difference).toBeCloseTo(1.959963984540054 * error, 10);
  expect(found.difference - found.low).toBeCloseTo(1.959963984540054 * error, 10);
});

it('covers no difference in about 95 of 100 worlds where there is none', () => {
  const covered = Array.from({ length: 400 }, (_, seed) => {
    const { scores, labels } = world(200, [0.8, 0.8], seed + 1);
    const { low, high } = rocAucDifference(scores[0]!, scores[1]!, labels);
    return low <= 0 && high >= 0;
  });
  const share = covered.filter(Boolean).length / covered.length;
  expect(share).toBeGreaterThan(0.92);
  expect(share).toBeLessThan(0.98);
});

it('is nothing, without doubt, between a ranking and itself, and cannot be told of one kind', () => {
  const { scores, labels } = world(50, [1], 5);
  expect(rocAucDifference(scores[0]!, scores[0]!, labels)).toMatchObject({ difference: 0, low: 0, high: 0 });
  expect(() => rocAucDifference([1, 2, 3], [1, 2, 3], [0, 0, 1])).toThrow('two rows of both kinds');
  expect(() => rocAucDifference([1, 2], [1, 2, 3], [0, 0, 1])).toThrow('3 labels do not fit 2 and 3 scores.');
});
