import type { Reason } from '@spendscope/contracts';

/** A model's own calibrated score for the transaction. */
export interface ModelScore {
  model: 'isolation_forest' | 'autoencoder' | 'lstm';
  score?: number;
}

/** Degrees, of the network or the card. */
export interface Place {
  lat: number;
  lon: number;
}

/** One row of the anomaly table, wherever it came from. */
export interface AnomalyRow {
  /** Document id, by which evidence and labels name it. */
  id: string;
  /** Calibrated, 0 to 1. */
  score: number;
  /** Time of the event, ms since 1970 in UTC. */
  time: number;
  /** Token. */
  customer: string;
  /** What was scored: one transaction, or the customer as a whole. */
  entity: 'transaction' | 'customer';
  transactionId?: string;
  amount?: number;
  currency?: string;
  merchant?: string;
  category?: string;
  /** Cut to /24 or /48. */
  ip?: string;
  country?: string;
  place?: Place;
  models: ModelScore[];
  reasonCodes: string[];
  reasons: Reason[];
  modelVersion?: string;
}
