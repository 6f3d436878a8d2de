import { filtersOf, queryOf } from './anomalyFilters';

const past = {
  kind: 'past',
  from: Date.parse('2010-12-01T08:26:00Z'),
  to: Date.parse('2011-12-09T12:50:00Z'),
  timeZone: 'Europe/London',
} as const;
const live = { kind: 'live' } as const;
const now = Date.parse('2026-11-24T12:00:00Z');

describe('filters of triage', () => {
  it('ask for the last day of data that goes on', () => {
    expect(queryOf(filtersOf({}, live), live, now)).toMatchObject({
      minScore: 0.8,
      from: '2026-11-23T12:00:00.000Z',
      to: '2026-11-24T12:00:00.000Z',
      sort: 'score',
    });
  });

  it('ask for all of past data, and count shorter times back from its end', () => {
    const all = queryOf(filtersOf({}, past), past, now);
    expect(all.to).toBe('2011-12-09T12:50:00.000Z');
    expect(Date.parse(all.from!)).toBeLessThanOrEqual(past.from);
    expect(Date.parse(all.from!)).toBeGreaterThan(past.from - 3_600_000);
    expect(queryOf(filtersOf({ hours: '24' }, past), past, now).from).toBe('2011-12-08T12:50:00.000Z');
  });

  it('take what makes no sense in the address as not given', () => {
    expect(filtersOf({ score: '7', hours: '-1', country: 'nowhere', user: ' ' }, live)).toEqual({
      minScore: 0.8,
      hours: 24,
      country: undefined,
      user: undefined,
      suppressed: false,
    });
  });

  it('leave suppressed ones out unless the address asks for them', () => {
    expect(queryOf(filtersOf({}, live), live, now)).not.toHaveProperty('suppressed');
    expect(queryOf(filtersOf({ suppressed: 'true' }, live), live, now)).toMatchObject({ suppressed: true });
  });
});
