import { type Facts, cardFacts } from './facts';

/** What differs between data sets: how money reads, where days begin, the time that the data covers, what it knows. */
export interface World {
  /** ISO 4217 */
  currency: string;
  /** IANA name; quarters and days are cut in it. */
  timeZone: string;
  /** Grafana time expressions or ISO instants. */
  from: string;
  to: string;
  /** Whether new transactions keep coming. */
  live: boolean;
  has: Facts;
  /** What an ingest made of the files, counted exactly; absent for data that keeps coming. */
  loaded?: Loaded;
}

export interface Loaded {
  /** rows read, and of those the ones in quarantine */
  read: number;
  rejected: number;
  transactions: number;
  customers: number;
}

/** The demo: a Korean card company, ending now. */
export const cardWorld: World = {
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  from: 'now-1y',
  to: 'now',
  live: true,
  has: cardFacts,
};

/** Grafana's unit for amounts of a currency. */
export const moneyUnit = (world: World): string => `currency${world.currency}`;
