import { brierScore } from '../evaluation/probabilityScores';
import { Random } from '../random';
import { calibratedOdds, fitOddsCalibration, uncalibrated } from './oddsCalibration';

/** Chances, what came of them, and what a model says that is three times too sure of them. */
function overconfident(rows: number, seed: number): { said: Float64Array; labels: Int8Array } {
  const random = new Random(seed);
  const chances = Float64Array.from({ length: rows }, () => 0.1 + 0.8 * random.next());
  const said = chances.map((p) => 1 / (1 + ((1 - p) / p) ** 3));
  return { said, labels: Int8Array.from(chances, (p) => (random.chance(p) ? 1 : 0)) };
}

it('brings the Brier score down on rows that it was not fitted on, and keeps the order', () => {
  const curve = fitOddsCalibration(...(Object.values(overconfident(2_000, 1)) as [Float64Array, Int8Array]));
  const { said, labels } = overconfident(2_000, 2);
  const calibrated = calibratedOdds(said, curve);
  expect(brierScore(labels, calibrated)).toBeLessThan(brierScore(labels, said) - 0.01);
  expect(curve.slope).toBeCloseTo(-1 / 3, 1);
  const order = Array.from(said.keys()).sort((a, b) => said[a]! - said[b]!);
  order.slice(1).forEach((row, at) => expect(calibrated[row]! - calibrated[order[at]!]!).toBeGreaterThanOrEqual(0));
});

it('changes nothing where the model has the order wrong way round, nor at 0 and 1', () => {
  const said = Float64Array.of(0.9, 0.8, 0.2, 0.1);
  expect(fitOddsCalibration(said, Int8Array.of(0, 0, 1, 1))).toBe(uncalibrated);
  const same = calibratedOdds(Float64Array.of(0, 0.25, 1), uncalibrated);
  [0, 0.25, 1].forEach((p, i) => expect(same[i]).toBeCloseTo(p, 12));
});
