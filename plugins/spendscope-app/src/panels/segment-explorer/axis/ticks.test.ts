import { makeTicks } from './ticks';

const values = (...ticks: Parameters<typeof makeTicks>): number[] => makeTicks(...ticks).map(({ value }) => value);
const log = (value: number): number => Math.log10(1 + value);

describe('makeTicks', () => {
  it('labels log10(1 + v) in units of v', () => {
    expect(values('log1p', 0, 3, 12)).toEqual([0, 1, 3, 10, 30, 100, 300]);
    expect(makeTicks('log1p', 0, 3, 12)[3]!.position).toBeCloseTo(log(10), 12);
  });

  it('takes fewer multiples of the decade where less fits', () => {
    expect(values('log1p', log(10_000), log(1e8), 6)).toEqual([1e4, 1e5, 1e6, 1e7, 1e8]);
  });

  it('falls back to even steps below a decade', () => {
    expect(values('log1p', log(40), log(48), 5)).toEqual([40, 42, 44, 46, 48]);
  });

  it('makes round steps on a linear axis', () => {
    expect(values('linear', -0.3, 1, 5)).toEqual([0, 0.5, 1]);
    expect(values('linear', 0, 97, 5)).toEqual([0, 20, 40, 60, 80]);
  });

  it('makes none for an axis without extent', () => {
    expect(makeTicks('linear', 1, 1, 5)).toEqual([]);
    expect(makeTicks('log1p', 2, 1, 5)).toEqual([]);
  });

  it('never makes more than asked for by much, nor two at one place', () => {
    for (const [from, to] of [
      [0, 0.4],
      [0.5, 8],
      [3.2, 3.3],
      [0, 9],
    ] as const) {
      const positions = makeTicks('log1p', from, to, 8).map(({ position }) => position);
      expect(positions.length).toBeLessThanOrEqual(16);
      expect(new Set(positions).size).toBe(positions.length);
    }
  });
});
