import { dateTimeFormat } from '@grafana/data';
import type { DataSpan } from './dataSpan';

/** A day of past data, as its own time zone has it. */
export const spanDay = (time: number, { timeZone }: Extract<DataSpan, { kind: 'past' }>): string =>
  dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD' });
