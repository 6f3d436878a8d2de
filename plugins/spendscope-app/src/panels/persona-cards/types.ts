import type { PersonaEntry, Segment } from '@spendscope/contracts';

export interface PersonaCardsOptions {
  /** Dashboard variable that "Open in explorer" writes. */
  clusterVariable: string;
  /** What that variable holds: the persona's name or the cluster's number. */
  clusterValue: 'name' | 'number';
  /** Where "Open in explorer" goes; empty stays on this dashboard. */
  explorerUrl: string;
}

export const defaultOptions: PersonaCardsOptions = {
  clusterVariable: 'cluster',
  clusterValue: 'name',
  explorerUrl: '',
};

/** A figure beside the whole population's. NaN where the data has none. */
export interface Baseline {
  key: 'recency' | 'frequency' | 'monetary';
  value: number;
  population: number;
  /** value / population */
  ratio: number;
}

export interface PersonaCard {
  cluster: string;
  name: string;
  /** The name as it is shown, in the user's language. */
  title: string;
  description: string;
  /** From 1 by priority. */
  rank: number;
  size: number;
  /** Of all customers, 0 to 1. */
  share: number;
  churn: {
    rate: number;
    /** 95 % Wilson interval; NaN where the data has none. */
    low: number;
    high: number;
    /** label, inactivity or model */
    basis: string;
    /** Mean over all customers. */
    population: number;
  };
  /** Of net spend, 0 to 1. */
  spendShare: number;
  baselines: readonly Baseline[];
  /** 0 to 1, normalised to the largest. */
  priority: number;
  /** What the priority is computed from, in that order. */
  priorityInputs: { size: number; meanMonetary: number; churnProbability: number };
  /** exponents; NaN is 1 */
  priorityWeights: { size: number; monetary: number; churn: number };
  strategies: Segment['strategies'];
  /** The rule by which it got its name; empty where the data does not say. */
  rule: string;
  /** Who wrote description and strategies, in words. */
  source: string;
  /** Whether a language model did. */
  byModel: boolean;
  /** What the API says of the words; absent where it says nothing of this run. */
  entry?: PersonaEntry;
  /** The words were written for the figures of an earlier run. */
  stale?: boolean;
}

export interface PersonasView {
  /** Run of the segments; empty where the data does not say. */
  runId: string;
  cards: readonly PersonaCard[];
  customers: number;
  /** How the fields show money: Grafana's unit, and a name where it is not spend (cashback, say). */
  money: { unit?: string; decimals?: number | null; name?: string };
  /** ms */
  computedAt?: number;
}

export type Prepared =
  { kind: 'view'; view: PersonasView } | { kind: 'empty' } | { kind: 'misconfigured'; columns: readonly string[] };
