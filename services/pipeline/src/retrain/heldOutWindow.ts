import type { ModelFile } from '@spendscope/contracts';
import { exitCodes } from '../exitCodes';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import { UserError } from '../userError';

/** Days at the end of the data that a candidate does not see, and that both versions are judged on. */
export interface HeldOutWindow {
  /** local days, counted from 1970; `until` is the day after the last */
  from: number;
  until: number;
  /** the same as dates, the last day itself */
  firstDate: string;
  lastDate: string;
  /** when it begins */
  start: Date;
}

export interface WindowRule {
  /** days that are held out; as many as `usual` says of all the days there are, where none are given */
  wanted?: number;
  usual: (days: number) => number;
  /** days that a candidate needs before the window, for a window of so many */
  before: (window: number) => number;
}

/** A shorter window says more of its weekdays than of the model. */
const leastDays = 14;

/** @throws UserError where the data covers too few days. Reads the view `spend`. */
export async function heldOutWindow(
  store: Store,
  timeZone: string,
  { wanted, usual, before }: WindowRule
): Promise<HeldOutWindow> {
  // prettier-ignore
  const { first, last } = await store.one<{ first: number | null; last: number | null }>(
    'SELECT CAST(min(local_day) AS INTEGER) AS first, CAST(max(local_day) AS INTEGER) AS last FROM spend'
  );
  if (first === null || last === null) {
    throw new UserError('No transactions are loaded, so no recent days can be held out.', 'Ingest transactions first.');
  }
  const covered = last - first + 1;
  const days = wanted ?? usual(covered);
  if (days < leastDays || covered - days < before(days)) {
    const least = leastDays + before(leastDays);
    throw new UserError(
      wanted === undefined
        ? `The data covers ${covered} days; ${least} at least are needed to hold some out.`
        : `${wanted} days cannot be held out: ${leastDays} is the least, and ${before(wanted)} days are needed before them, of ${covered}.`,
      wanted === undefined ? 'Ingest a longer history.' : 'Give fewer days with --window, or ingest a longer history.',
      wanted === undefined ? {} : { exitCode: exitCodes.usage }
    );
  }
  const from = last + 1 - days;
  const date = (day: number): string => `(DATE '1970-01-01' + INTERVAL (${day}) DAY)`;
  const told = await store.one<{ firstDate: string; lastDate: string; start: Date }>(
    `SELECT strftime(${date(from)}, '%Y-%m-%d') AS "firstDate", strftime(${date(last)}, '%Y-%m-%d') AS "lastDate",
      (${date(from)} AT TIME ZONE ${literal(timeZone)}) AT TIME ZONE 'UTC' AS start`
  );
  return { from, until: last + 1, ...told };
}

/** Whether a version may have learnt from the window: one whose card does not say until when its data went may know it. */
export const mayKnow = (file: ModelFile | undefined, { start }: HeldOutWindow): boolean =>
  file !== undefined && !(file.card.data.to !== undefined && new Date(file.card.data.to) < start);
