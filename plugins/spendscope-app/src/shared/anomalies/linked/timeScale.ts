import { dateTimeFormat } from '@grafana/data';
import { formatEventDay } from '../../format/formatEventDay';

/** ms since 1970. */
export interface TimeSpan {
  from: number;
  to: number;
}

const minute = 60_000;
const day = 1_440 * minute;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minute);
const dayCounts = [1, 2, 7, 14, 30, 60, 90, 180, 365];

/** Round moments in a span, at most so many; of days and longer they are whole days of UTC. */
export function timeTicks({ from, to }: TimeSpan, most: number): number[] {
  const all = [...steps, ...dayCounts.map((days) => days * day)];
  const step = all.find((each) => (to - from) / each <= most) ?? Math.ceil((to - from) / most / day) * day;
  const ticks: number[] = [];
  for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
    ticks.push(time);
  }
  return ticks;
}

/** Hours within two days, else days. */
export const tickLabel = (time: number, { from, to }: TimeSpan, timeZone?: string): string =>
  to - from <= 2 * day ? dateTimeFormat(time, { timeZone, format: 'HH:mm' }) : formatEventDay(time, timeZone);

/** From the first to the last, with a little room on both sides; undefined for none. */
export function spanOf(times: readonly number[]): TimeSpan | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const time of times) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  const room = Math.max((to - from) * 0.02, minute);
  return times.length === 0 ? undefined : { from: from - room, to: to + room };
}
