import type { Segment } from '@spendscope/contracts';

export const units = ['customers', 'percent', 'days', 'orders', 'money', 'times'] as const;
export type Unit = (typeof units)[number];

/** A figure that may be told to a language model, and that its text may repeat. */
export interface Fact {
  what: string;
  value: number;
  unit: Unit;
}

/** All that a language model is told of a cluster: figures of at least {@link leastCustomers} people, and names. */
export interface PersonaFacts {
  persona: string;
  currency?: string;
  figures: Fact[];
  /** Names that came with the data. */
  categories: string[];
}

/** With fewer customers a mean may speak of single people: nothing leaves. */
export const leastCustomers = 20;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const significant = (value: number): number => Number(value.toPrecision(3));

/**
 * Rounds what is known of a cluster, so that a run that changes nothing that a reader sees asks for no new text.
 *
 * @param worth what monetary value is a sum of, e.g. `net spend`
 */
export function personaFacts(
  segment: Segment,
  { worth, currency, categories }: { worth: string; currency?: string; categories: readonly string[] }
): PersonaFacts {
  const { means, medians, population } = segment;
  const percent = (what: string, share: number): Fact => ({ what, value: round(share * 100, 1), unit: 'percent' });
  const days = (what: string, value: number): Fact => ({ what, value: round(value, 0), unit: 'days' });
  const orders = (what: string, value: number): Fact => ({ what, value: round(value, 1), unit: 'orders' });
  const money = (what: string, value: number): Fact => ({ what, value: significant(value), unit: 'money' });
  const times = (what: string, value: number, all: number): Fact[] =>
    all > 0 ? [{ what: `${what} against the mean of all customers`, value: round(value / all, 1), unit: 'times' }] : [];
  return {
    persona: segment.name,
    ...(currency ? { currency } : {}),
    figures: [
      { what: 'customers in the segment', value: segment.size, unit: 'customers' },
      percent('share of all customers', segment.share),
      percent(`share of all ${worth}`, segment.spend_share),
      percent('churn rate', segment.churn_rate),
      percent('churn rate, lower end of the 95 % interval', segment.churn_low),
      percent('churn rate, upper end of the 95 % interval', segment.churn_high),
      days('mean time since the last order', means.recency),
      days('median time since the last order', medians.recency),
      days('mean time since the last order of all customers', population.recency),
      ...times('time since the last order', means.recency, population.recency),
      orders('mean orders', means.frequency),
      orders('median orders', medians.frequency),
      orders('mean orders of all customers', population.frequency),
      ...times('orders', means.frequency, population.frequency),
      money(`mean ${worth}`, means.monetary),
      money(`median ${worth}`, medians.monetary),
      money(`mean ${worth} of all customers`, population.monetary),
      ...times(worth, means.monetary, population.monetary),
    ],
    categories: [...categories],
  };
}
