import { nextTimes, timesBetween } from './cronTimes';

const timeZone = 'Europe/Berlin';
const next = (cron: string, from: string, count: number): string[] =>
  nextTimes({ cron, timeZone }, new Date(from), count).map((time) => time.toISOString().slice(0, 16));

describe('where clocks are put forward (29 March 2026, 02:00 becomes 03:00)', () => {
  it('runs what is due in the hour that is skipped once, at the first instant after it', () => {
    expect(next('30 2 * * *', '2026-03-28T12:00:00Z', 2)).toEqual(['2026-03-29T01:00', '2026-03-30T00:30']);
  });

  it('goes by real time for what comes every half hour', () => {
    expect(next('*/30 * * * *', '2026-03-29T00:15:00Z', 3)).toEqual([
      '2026-03-29T00:30',
      '2026-03-29T01:00',
      '2026-03-29T01:30',
    ]);
  });
});

describe('where clocks are put back (25 October 2026, 03:00 becomes 02:00)', () => {
  it('runs what is due in the hour that comes twice once, at the first', () => {
    expect(next('30 2 * * *', '2026-10-24T12:00:00Z', 2)).toEqual(['2026-10-25T00:30', '2026-10-26T01:30']);
    // Asked between the two, it does not come again.
    expect(next('30 2 * * *', '2026-10-25T00:45:00Z', 1)).toEqual(['2026-10-26T01:30']);
  });

  it('goes by real time for what comes every half hour', () => {
    expect(next('*/30 * * * *', '2026-10-24T23:59:00Z', 5)).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T00:30',
      '2026-10-25T01:00',
      '2026-10-25T01:30',
      '2026-10-25T02:00',
    ]);
  });
});

it('gives the newest times of a span, its start excluded and its end included', () => {
  const between = timesBetween(
    { cron: '0 * * * *', timeZone: 'UTC' },
    new Date('2026-01-01T00:00:00Z'),
    new Date('2026-01-01T05:00:00Z'),
    3
  );
  expect(between.map((time) => time.getUTCHours())).toEqual([3, 4, 5]);
});
