import { literal } from '../../store/sqlText';
import type { Store } from '../../store/store';
import { UserError } from '../../userError';

export interface NewestDay {
  /** in the business time zone */
  day: string;
  /** its first second, since 1970 */
  from: number;
}

/** The day of the last transaction. @throws UserError where there is none */
export async function newestDay(store: Store, timeZone: string): Promise<NewestDay> {
  const zone = literal(timeZone);
  const { day, since } = await store.one<{ day: string | null; since: number | null }>(
    `SELECT strftime(day, '%Y-%m-%d') AS day,
       epoch((day AT TIME ZONE ${zone}) AT TIME ZONE 'UTC') AS since
     FROM (SELECT date_trunc('day', (max(ts) AT TIME ZONE 'UTC') AT TIME ZONE ${zone})::TIMESTAMP AS day FROM transactions)`
  );
  if (day === null || since === null) {
    throw new UserError('No transactions are loaded, so there is nothing to score.', 'Ingest transactions first.');
  }
  return { day, from: since };
}
