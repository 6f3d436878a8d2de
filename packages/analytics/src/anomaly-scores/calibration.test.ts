import fc from 'fast-check';
import { Random } from '../random';
import { calibrate, calibrationFromJSON, fitCalibration } from './calibration';

function reference(rows: number, seed = 1): Float64Array {
  const random = new Random(seed);
  return Float64Array.from({ length: rows }, () => 0.4 + 0.05 * random.exponential());
}

const shareAtLeast = (scores: Float64Array, limit: number): number =>
  scores.filter((score) => score >= limit).length / scores.length;

describe('calibration', () => {
  it.each([0.01, 0.05, 0.003])('lets exactly the contamination share %d reach 0.8', (contamination) => {
    const raw = reference(100_000);
    const by = fitCalibration(raw, contamination);
    const scores = raw.map((score) => calibrate(score, by));
    expect(shareAtLeast(scores, 0.8)).toBeCloseTo(contamination, 9);
  });

  it('makes each halving of the distance to 1 ten times rarer', () => {
    const raw = reference(1_000_000);
    const by = fitCalibration(raw);
    const scores = raw.map((score) => calibrate(score, by));
    expect(shareAtLeast(scores, 0.9) / 0.001).toBeCloseTo(1, 1);
    expect(shareAtLeast(scores, 0.95) / 0.0001).toBeCloseTo(1, 1);
    expect(shareAtLeast(scores, 0.975) * 1_000_000).toBeGreaterThanOrEqual(8);
    expect(shareAtLeast(scores, 0.975) * 1_000_000).toBeLessThanOrEqual(12);
  });

  it('falls to 0 at the least score of the reference and rises beyond the greatest, never past 1', () => {
    const raw = reference(5000);
    const by = fitCalibration(raw);
    const greatest = Math.max(...raw);
    expect(calibrate(Math.min(...raw), by)).toBe(0);
    expect(calibrate(-10, by)).toBe(0);
    expect(calibrate(greatest + 0.1, by)).toBeGreaterThan(calibrate(greatest, by));
    expect(calibrate(1e6, by)).toBeLessThanOrEqual(1);
  });

  it('is monotone for any reference', () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(numbers, numbers, (raw, probes) => {
        const by = fitCalibration(raw, 0.1);
        const scores = probes.sort((a, b) => a - b).map((probe) => calibrate(probe, by));
        scores.forEach((score, i) => {
          expect(score).toBeGreaterThanOrEqual(i === 0 ? 0 : scores[i - 1]!);
          expect(score).toBeLessThanOrEqual(1);
        });
      })
    );
  });

  it('keeps equal scores that straddle the border below the threshold rather than flagging all of them', () => {
    // Ten of a thousand may be flagged; the fifteen equal ones lie on ranks 6 to 20 from the top.
    const raw = Float64Array.from({ length: 1000 }, (_, i) => (i < 980 ? 0.4 : i < 995 ? 0.6 : 0.61 + i / 1e5));
    const by = fitCalibration(raw);
    const scores = raw.map((score) => calibrate(score, by));
    expect(shareAtLeast(scores, 0.8)).toBe(0.005);
    expect(calibrate(0.6, by)).toBeGreaterThan(calibrate(0.4, by));
  });

  it('gives a constant reference 0', () => {
    const by = fitCalibration(new Float64Array(50).fill(0.5));
    expect(calibrate(0.5, by)).toBe(0);
  });

  it('scores alike after a way through JSON', () => {
    const raw = reference(2000);
    const by = fitCalibration(raw);
    const again = calibrationFromJSON(JSON.parse(JSON.stringify(by)));
    expect(raw.map((score) => calibrate(score, again))).toEqual(raw.map((score) => calibrate(score, by)));
    expect(by.raw.length).toBeLessThan(400);
  });

  it.each([
    ['nothing', [], 0.01, 'empty'],
    ['a NaN', [0.1, NaN], 0.01, 'not_finite'],
    ['a contamination of 0', [0.1], 0, 'bad_option'],
    ['a contamination of 0.6', [0.1], 0.6, 'bad_option'],
  ])('refuses %s', (_, raw, contamination, code) => {
    expect(() => fitCalibration(raw, contamination)).toThrow(expect.objectContaining({ name: 'AnalyticsError', code }));
  });
});
