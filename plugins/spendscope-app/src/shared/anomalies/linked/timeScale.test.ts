import { spanOf, timeTicks } from './timeScale';

const hour = 3_600_000;

describe('timeTicks', () => {
  it('are round and no more than asked for', () => {
    const from = Date.UTC(2026, 10, 28, 9, 7);
    expect(
      timeTicks({ from, to: from + 6 * hour }, 6).map((time) => new Date(time).toISOString().slice(11, 16))
    ).toEqual(['10:00', '11:00', '12:00', '13:00', '14:00', '15:00']);
    for (const hours of [0.1, 1, 30, 500, 9_000, 200_000]) {
      expect(timeTicks({ from, to: from + hours * hour }, 6).length).toBeLessThanOrEqual(7);
    }
  });
});

describe('spanOf', () => {
  it('leaves room around the first and the last, also where they are one', () => {
    expect(spanOf([5 * hour, 0])).toEqual({ from: -0.1 * hour, to: 5.1 * hour });
    const one = spanOf([hour])!;
    expect(one.from).toBeLessThan(hour);
    expect(one.to).toBeGreaterThan(hour);
    expect(spanOf([])).toBeUndefined();
  });
});
