import type { Action, Transaction } from '@spendscope/contracts';
import type { Field } from '../generate/columns';
import { countryOf } from '../ingest/countryOf';
import { cutIp } from '../ingest/cutIp';

/** A checked row by our fields, with the original id of its customer; empty fields are left out. */
export interface LiveRow {
  at: Date;
  fields: Readonly<Record<string, Field>>;
}

export function toTransaction(
  fields: LiveRow['fields'],
  token: string,
  at: Date,
  traits: Partial<Transaction>,
  currency: string
): Transaction {
  return {
    currency,
    type: 'purchase',
    ...placed(fields),
    ...traits,
    '@timestamp': at.toISOString(),
    user_id: token,
  } as Transaction;
}

export function toAction(fields: LiveRow['fields'], token: string, at: Date): Action {
  return { ...placed(fields), '@timestamp': at.toISOString(), user_id: token } as Action;
}

/** A row's fields as documents have them: the address cut, its country, the place as a point. */
function placed({ ip, lat, lon, country, timestamp: _time, user_id: _user, ...rest }: LiveRow['fields']): object {
  const land = country ?? (ip ? countryOf(String(ip)) : undefined);
  return {
    ...rest,
    ...(ip ? { ip: cutIp(String(ip)) } : {}),
    ...(typeof lat === 'number' && typeof lon === 'number' ? { geo: { lat, lon } } : {}),
    ...(land ? { country: String(land) } : {}),
  };
}
