import { dateTimeFormat } from '@grafana/data';

/** When an event was, in a table's cell: to the second this year, with its year else. `time`, `now`: ms since 1970. */
export function formatEventTime(time: number, timeZone?: string, now = Date.now()): string {
  const yearOf = (at: number): string => dateTimeFormat(at, { timeZone, format: 'YYYY' });
  return dateTimeFormat(time, {
    timeZone,
    format: yearOf(time) === yearOf(now) ? 'MM-DD HH:mm:ss' : 'YYYY-MM-DD HH:mm',
  });
}
