import { apart, churnFixture, labels } from '../../fixtures/churnFixture';
import { fitIsotonic, isotonicProbability } from './isotonic';
import { fitPlatt, plattProbabilities } from './platt';

const p = Float64Array.from(churnFixture.probabilities);

describe('isotonic calibration', () => {
  it(`gives the curve of ${churnFixture.source}`, () => {
    const curve = fitIsotonic(p, labels);
    const at = churnFixture.isotonic.map((_, i) => -0.1 + (1.2 * i) / 60);
    const ours = at.map((score) => isotonicProbability(score, curve));
    // On a knot rounding may fall to either side of a step.
    const off = ours.filter((value, i) => Math.abs(value - churnFixture.isotonic[i]!) > 1e-9).length;
    expect(off).toBeLessThanOrEqual(2);
  });

  it('refuses one class and NaN', () => {
    expect(() => fitIsotonic([1, 2], [1, 1])).toThrow('both classes');
    expect(() => fitIsotonic([NaN, 2], [0, 1])).toThrow('value 0 is NaN');
  });
});

describe('Platt scaling', () => {
  it('sets the smoothed targets’ means, which is where its likelihood is greatest', () => {
    const curve = fitPlatt(p, labels);
    const fitted = plattProbabilities(p, curve);
    const positives = labels.reduce((sum, label) => sum + label, 0);
    const high = (positives + 1) / (positives + 2);
    const low = 1 / (400 - positives + 2);
    const targets = Float64Array.from(labels, (label) => (label > 0 ? high : low));
    const moment = (of: Float64Array, by: (i: number) => number): number =>
      of.reduce((sum, x, i) => sum + x * by(i), 0);
    expect(moment(fitted, () => 1)).toBeCloseTo(
      moment(targets, () => 1),
      6
    );
    expect(moment(fitted, (i) => p[i]!)).toBeCloseTo(
      moment(targets, (i) => p[i]!),
      6
    );
    expect(curve.slope).toBeLessThan(0);
  });

  it('answers with the base rate for scores that are all equal', () => {
    const flat = plattProbabilities(new Float64Array(4).fill(3), fitPlatt([3, 3, 3, 3], [0, 1, 0, 1]));
    expect(apart(flat, [0.5, 0.5, 0.5, 0.5])).toBeLessThan(1e-6);
  });
});
