import type { Run } from '@spendscope/contracts';
import { dataSpanOf } from './dataSpan';

const now = Date.parse('2026-11-24T12:00:00Z');
const analysis = (range: Partial<Run>): Run => ({
  run_id: 'r',
  kind: 'analyze',
  status: 'succeeded',
  started_at: '2026-11-01T00:00:00Z',
  time_zone: 'Europe/London',
  stages: [],
  ...range,
});
const retail = analysis({ data_from: '2010-12-01T08:26:00Z', data_to: '2011-12-09T12:50:00Z' });

describe('dataSpanOf', () => {
  it('is the data’s own range where it ended long ago', () => {
    expect(dataSpanOf(retail, Date.parse('2011-12-08T00:00:00Z'), now)).toEqual({
      kind: 'past',
      from: Date.parse('2010-12-01T08:26:00Z'),
      to: Date.parse('2011-12-09T12:50:00Z'),
      timeZone: 'Europe/London',
    });
  });

  it('is live while a feed goes on after an old analysis', () => {
    expect(dataSpanOf(retail, now - 60_000, now)).toEqual({ kind: 'live' });
  });

  it('is live for data up to now, and before the first analysis', () => {
    expect(dataSpanOf(analysis({ data_to: '2026-11-24T11:00:00Z' }), undefined, now)).toEqual({ kind: 'live' });
    expect(dataSpanOf(undefined, undefined, now)).toEqual({ kind: 'live' });
  });

  it('knows data without transactions', () => {
    expect(dataSpanOf(analysis({}), undefined, now)).toEqual({ kind: 'no-transactions' });
  });
});
