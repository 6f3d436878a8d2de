import { formatEventDay } from './formatEventDay';

describe('formatEventDay', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it('leaves out the year where it is this one', () => {
    expect(formatEventDay(Date.parse('2026-01-02T03:04:05Z'), 'utc', now)).toBe('01-02');
  });

  it('says the year of older events, as the time zone has it', () => {
    expect(formatEventDay(Date.parse('2010-12-31T23:30:00Z'), 'Asia/Seoul', now)).toBe('2011-01-01');
  });
});
