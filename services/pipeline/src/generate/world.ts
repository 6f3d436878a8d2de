import type { IncidentKind, Row, TruthRow } from './columns';

/** Where a world puts what it makes; files when generating, a queue when going on live. */
export interface Sinks {
  transaction(row: Row): void;
  customer(row: Row): void;
  action(row: Row): void;
  truth(row: TruthRow): void;
}

export interface WorldOptions {
  users: number;
  transactions: number;
  seed: number;
  /** No event is later than this. */
  end: Date;
  /** Length of the history. */
  days: number;
}

/** A transaction of the live feed; `incident` is the truth about it, which no detector may see. */
export interface LiveTransaction {
  /** milliseconds since 1970 */
  at: number;
  row: Row;
  incident?: IncidentKind;
}

/**
 * What the generator needs of a world. Everything about customer i comes from the seed and i alone, so customers can be
 * made one by one, in constant memory, and the live feed meets the same ones again.
 */
export interface World {
  /** The weight of customer i in the ordinary transactions, and the rows its incidents add. */
  plan(index: number): { weight: number; incidentRows: number };
  /** Makes all of customer i: exactly `count` ordinary transactions and its incidents, in order of time. */
  customer(index: number, count: number, sinks: Sinks): void;
  /**
   * What one customer does at a time of the live feed: one transaction, or the rows of an incident. Who was drawn rests, so
   * times must not go back.
   */
  live(at: number, draw: number): LiveTransaction[];
}
