/** One customer's transactions in order of time, as columns. Keys may be names or numbers: only equality matters. */
export interface CustomerHistory {
  count: number;
  /** seconds since 1970 */
  at: number[];
  /** hour of the day in the business time zone, 0 to 24 with fractions */
  hour: number[];
  amount: number[];
  /** place in the contract's transactionTypes; -1 where unknown. A bet is compared with bets. */
  type: number[];
  /** the order that a line belongs to; equal neighbours are one event */
  order: (string | number)[];
  category: (string | number | null)[];
  merchant: (string | number | null)[];
  country: (string | number | null)[];
  network: (string | number | null)[];
  /** degrees; NaN where unknown */
  lat: number[];
  lon: number[];
}

export function emptyHistory(): CustomerHistory {
  return {
    count: 0,
    at: [],
    hour: [],
    amount: [],
    type: [],
    order: [],
    category: [],
    merchant: [],
    country: [],
    network: [],
    lat: [],
    lon: [],
  };
}
