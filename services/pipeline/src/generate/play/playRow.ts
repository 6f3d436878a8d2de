import type { Random } from '@spendscope/analytics';
import type { Calendar } from '../calendar';
import type { PlayTransaction } from '../columns';
import type { TimedRow } from '../emit';
import { degrees } from '../places';
import type { PlayProfile } from './profile';

/** A player with what is needed to draw its rows. */
export interface Player {
  profile: PlayProfile;
  random: Random;
}

/** Where a row comes from: address and place as the network knows it. */
export interface Origin {
  ip: string;
  lat: number;
  lon: number;
  country: string;
}

export function homeOf({ home }: PlayProfile): Origin {
  return { ip: home.homeIp, lat: degrees(home.lat), lon: degrees(home.lon), country: 'KR' };
}

/** A row of the account; what goes to the player (win, withdrawal) is negative. */
export function playRow(
  profile: PlayProfile,
  calendar: Calendar,
  at: number,
  what: { type: string; amount: number; game?: string; table?: string; client?: string },
  origin: Origin
): TimedRow<PlayTransaction> {
  const toPlayer = what.type === 'win' || what.type === 'withdrawal';
  const amount = Math.max(100, Math.round(what.amount / 100) * 100);
  const row: PlayTransaction = {
    transaction_id: '',
    timestamp: calendar.iso(at),
    player_id: profile.playerId,
    amount: toPlayer ? -amount : amount,
    currency: 'KRW',
    type: what.type,
    game: what.game ?? '',
    table: what.table ?? '',
    client: what.client ?? profile.client,
    ...origin,
  };
  return { at, row };
}

export function playAction(
  profile: PlayProfile,
  calendar: Calendar,
  at: number,
  action: string,
  origin: Origin,
  client: string = profile.client
): TimedRow {
  const timestamp = calendar.iso(at);
  return { at, row: { action_id: '', timestamp, player_id: profile.playerId, action, client, ...origin } };
}
