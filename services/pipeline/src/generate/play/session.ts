import type { Calendar } from '../calendar';
import type { PlayTransaction } from '../columns';
import type { IncidentTrace, TimedRow } from '../emit';
import { drawHost } from '../networks';
import { homeOf, playAction, playRow, type Origin, type Player } from './playRow';
import { games } from './styles';

/** Draws when a session starts: the style's hours and weekends, within the player's active time. */
export function drawSessionStart({ profile, random }: Player, calendar: Calendar): number {
  const { from, to, style } = profile;
  for (let tries = 0; tries < 30; tries++) {
    const day = calendar.dayOf(Math.floor(random.between(from, to)));
    const at = calendar.timeOf(day) + random.weighted(style.hours) * 3600 + random.int(3600);
    const weekday = calendar.weekdayOf(day);
    const busy = weekday === 0 || weekday === 6 ? style.weekend : 1;
    if (at >= Math.max(from, calendar.start) + 300 && at <= to - 300 && random.chance(busy / 1.6)) {
      return at;
    }
  }
  return Math.min(calendar.end - 300, Math.floor(random.between(from + 300, Math.max(from + 301, to - 300))));
}

/**
 * A session of at most `limit` transactions from a start: often a deposit, bets with their wins, sometimes a
 * withdrawal; a login before, calls of the API within. It ends early where the history ends.
 */
export function playSession(
  player: Player,
  start: number,
  limit: number,
  calendar: Calendar
): IncidentTrace<PlayTransaction> {
  const { profile, random } = player;
  const { style } = profile;
  const origin = drawOrigin(player);
  const rows: TimedRow<PlayTransaction>[] = [];
  const actions = [playAction(profile, calendar, start - 30 - random.int(200), 'login', origin)];
  const usual = style.stake * profile.stake;
  const game = games[random.weighted(style.games)]!;
  const table = random.pick(game.tables);
  let at = start;
  const add = (type: string, amount: number, where?: { game: string; table: string }): boolean => {
    if (rows.length >= limit || at > calendar.end) {
      return false;
    }
    rows.push(playRow(profile, calendar, at, { type, amount, ...where }, origin));
    at += 3 + Math.floor(style.pause * random.exponential());
    return true;
  };
  if (random.chance(0.5)) {
    add('deposit', usual * random.between(8, 25));
  }
  const bets = style.bets[0] + random.int(style.bets[1] - style.bets[0] + 1);
  let heat = 1;
  let balance = 0;
  for (let i = 0; i < bets; i++) {
    const stake = random.logNormal(usual * heat, style.sigma);
    if (!add('bet', stake, { game: game.name, table })) {
      break;
    }
    const wins = random.chance(game.winChance);
    balance += wins ? stake * (game.pays - 1) : -stake;
    heat = wins ? 1 : Math.min(4, heat * style.chase);
    if (wins && !add('win', stake * game.pays, { game: game.name, table })) {
      break;
    }
  }
  if (balance > usual * 6) {
    add('withdrawal', balance);
  }
  const calls = Math.round(style.apiCalls * random.exponential());
  for (let i = 0; i < calls; i++) {
    const when = Math.min(calendar.end, start + random.int(Math.max(1, at - start)));
    actions.push(playAction(profile, calendar, when, 'api_call', origin, 'api'));
  }
  return { transactions: rows, actions };
}

/** Mostly home; some styles wander between networks. */
export function drawOrigin({ profile, random }: Player): Origin {
  const home = homeOf(profile);
  if (!random.chance(profile.style.away)) {
    return home;
  }
  return { ...home, ip: drawHost(random, random.pick(profile.awayNetworks)) };
}
