import { dateTimeFormat } from '@grafana/data';

/** The day of an event, with its year where that is not the present one. `time`, `now`: ms since 1970. */
export function formatEventDay(time: number, timeZone?: string, now = Date.now()): string {
  const yearOf = (at: number): string => dateTimeFormat(at, { timeZone, format: 'YYYY' });
  return dateTimeFormat(time, {
    timeZone,
    format: yearOf(time) === yearOf(now) ? 'MM-DD' : 'YYYY-MM-DD',
  });
}
