import type { Run } from '@spendscope/contracts';

/**
 * What "now" means for the loaded data. `live`: it goes on, so the clock counts. `past`: it ended, so times count back
 * from its end. `no-transactions`: customers only, which nothing dates. Times in ms since 1970.
 */
export type DataSpan =
  { kind: 'live' } | { kind: 'past'; from: number; to: number; timeZone?: string } | { kind: 'no-transactions' };

const day = 24 * 60 * 60 * 1000;
/** Without transactions for so long, data counts as past. */
const pastAfter = day;

/**
 * @param analysis the newest that succeeded
 * @param newest time of the newest anomaly, ms: a live feed goes on after the analysis
 */
export function dataSpanOf(analysis: Run | undefined, newest: number | undefined, now: number): DataSpan {
  if (!analysis) {
    return { kind: 'live' };
  }
  const { data_from: start, data_to: end, time_zone: timeZone } = analysis;
  const ends = [...(end ? [Date.parse(end)] : []), ...(newest === undefined ? [] : [newest])];
  if (ends.length === 0) {
    return { kind: 'no-transactions' };
  }
  const to = Math.max(...ends);
  return now - to < pastAfter ? { kind: 'live' } : { kind: 'past', from: start ? Date.parse(start) : to, to, timeZone };
}
