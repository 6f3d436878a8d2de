import { isFarFrom, isFree } from './isFree';

const now = new Date('2026-01-01T12:00:00.000Z');
const inSeconds = (seconds: number): string => new Date(now.getTime() + seconds * 1_000).toISOString();

describe('a lease of 90 seconds', () => {
  it.each([
    ['is held until its end', 1, false],
    ['is free at its end', 0, true],
    ['is held by a server whose clock is a minute ahead', 150, false],
    ['is free where it ends later than any clock of ours could have said', 151, true],
  ])('%s', (_name, seconds, free) => {
    const lease = { holder: 'another', expires_at: inSeconds(seconds), fencing: 1 };
    expect(isFree(lease, now, 90_000)).toBe(free);
  });

  it.each([
    [-60, true],
    [-59, false],
    [59, false],
    [60, true],
  ])('is left alone by what was written %i seconds from now: %s', (seconds, far) => {
    expect(isFarFrom(inSeconds(seconds), now, 60_000)).toBe(far);
  });
});
