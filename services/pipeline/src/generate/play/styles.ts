/** How a player plays; the planted truth of the play world. Loose plays many hands, tight few; aggressive bets high. */
export interface Style {
  loose: boolean;
  aggressive: boolean;
  /** median bet in KRW, and its spread */
  stake: number;
  sigma: number;
  /** after a lost bet the next is this much higher */
  chase: number;
  /** bets in a session, and seconds between them */
  bets: readonly [number, number];
  pause: number;
  /** share of sessions by hour of day, Korean time */
  hours: readonly number[];
  weekend: number;
  /** networks played from besides home, and how often */
  networks: number;
  away: number;
  /** calls of the API in a session */
  apiCalls: number;
  games: readonly number[];
}

const evening = [3, 1, 0.5, 0.3, 0.2, 0.2, 0.5, 1, 1, 1, 1, 1.5, 2, 1.5, 1.5, 2, 2, 3, 5, 7, 9, 9, 7, 5];
const night = [9, 9, 8, 6, 4, 2, 1, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1.5, 2, 2, 3, 4, 6, 8, 9];
const daytime = [0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 1, 3, 5, 7, 8, 8, 7, 7, 6, 6, 5, 4, 3, 2, 2, 1, 0.5, 0.3];
const lateEvening = [5, 3, 1, 0.5, 0.3, 0.2, 0.3, 0.5, 1, 1, 1, 1, 1.5, 1, 1, 1, 1.5, 2, 3, 5, 7, 9, 9, 8];

/** In the order of {@link games}: slots, roulette, poker, blackjack, sports. */
export const styles = {
  'loose-passive': { loose: true, aggressive: false, stake: 3_000, sigma: 0.35, chase: 1, bets: [18, 40], pause: 35, hours: evening, weekend: 1.6, networks: 3, away: 0.4, apiCalls: 1, games: [6, 3, 1, 1, 2] },
  'loose-aggressive': { loose: true, aggressive: true, stake: 22_000, sigma: 0.9, chase: 1.5, bets: [20, 45], pause: 22, hours: night, weekend: 1.2, networks: 6, away: 0.6, apiCalls: 2, games: [2, 4, 3, 3, 3] },
  'tight-passive': { loose: false, aggressive: false, stake: 5_000, sigma: 0.2, chase: 1, bets: [4, 9], pause: 150, hours: daytime, weekend: 0.7, networks: 1, away: 0.03, apiCalls: 0, games: [1, 1, 4, 4, 1] },
  'tight-aggressive': { loose: false, aggressive: true, stake: 60_000, sigma: 0.5, chase: 1.1, bets: [5, 11], pause: 110, hours: lateEvening, weekend: 1, networks: 2, away: 0.1, apiCalls: 6, games: [0.2, 0.5, 7, 4, 3] },
} as const satisfies Record<string, Style>; // prettier-ignore

export type StyleName = keyof typeof styles;
export const styleNames = Object.keys(styles) as StyleName[];

export const games = [
  { name: 'slots', tables: ['Moon Rabbit', 'Gold Carp', 'Seven Lanterns'], winChance: 0.28, pays: 3.3 },
  { name: 'roulette', tables: ['Table A', 'Table B', 'Table C'], winChance: 0.47, pays: 2 },
  { name: 'poker', tables: ['Micro', 'Middle', 'High', 'Tournament'], winChance: 0.36, pays: 2.6 },
  { name: 'blackjack', tables: ['Blue', 'Red', 'Black'], winChance: 0.45, pays: 2.1 },
  { name: 'sports', tables: ['Football', 'Baseball', 'E-sports'], winChance: 0.33, pays: 2.85 },
] as const;

export const leavingCauses = ['losing_streak', 'rival_site', 'bored', 'own_limit'] as const;
