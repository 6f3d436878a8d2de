import { timeRange } from './timeRange';

describe('timeRange', () => {
  it('is no condition without ends', () => expect(timeRange('ts', undefined, undefined)).toEqual([]));

  it('is open where only one end is given, and in UTC', () => {
    expect(timeRange('ts', '2026-01-01T09:00:00+09:00', undefined)).toEqual([
      { range: { ts: { gte: '2026-01-01T00:00:00.000Z' } } },
    ]);
    expect(timeRange('ts', undefined, '2026-01-01T00:00:00Z')).toEqual([
      { range: { ts: { lte: '2026-01-01T00:00:00.000Z' } } },
    ]);
  });

  it('refuses an instant that does not exist', () => {
    expect(() => timeRange('ts', '2016-12-31T23:59:60Z', undefined)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
