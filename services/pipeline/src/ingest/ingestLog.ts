import type { Store } from '../store/store';

/** An ingest as the store remembers it, so that a killed one goes on where it stopped. */
export interface IngestEntry {
  ingest: number;
  /** what was read with which mapping */
  key: string;
  /** `staged`: rows are in the store, not all are in Elasticsearch; `done`: all are */
  state: 'staged' | 'done';
  transactions: number;
  actions: number;
  /** rows whose documents Elasticsearch has confirmed, from the first without a gap */
  transactions_sent: number;
  actions_sent: number;
  read: number;
  rejected: number;
}

export async function createIngestLog(store: Store): Promise<void> {
  await store.run(`CREATE TABLE IF NOT EXISTS ingests (
    ingest INTEGER PRIMARY KEY, key VARCHAR, state VARCHAR, transactions BIGINT, actions BIGINT,
    transactions_sent BIGINT, actions_sent BIGINT, read BIGINT, rejected BIGINT
  )`);
}

/** The ingest that was stopped after its rows were stored, if there is one. */
export async function unfinishedIngest(store: Store): Promise<IngestEntry | undefined> {
  const [entry] = await store.rows<IngestEntry>("SELECT * FROM ingests WHERE state = 'staged' ORDER BY ingest LIMIT 1");
  return entry;
}

export async function nextIngest(store: Store): Promise<number> {
  const { next } = await store.one<{ next: number }>('SELECT coalesce(max(ingest), 0) + 1 AS next FROM ingests');
  return next;
}

export async function logStaged(
  store: Store,
  entry: Pick<IngestEntry, 'ingest' | 'key' | 'transactions' | 'actions' | 'read' | 'rejected'>
): Promise<void> {
  await store.run("INSERT INTO ingests VALUES ($1, $2, 'staged', $3, $4, 0, 0, $5, $6)", [
    entry.ingest,
    entry.key,
    BigInt(entry.transactions),
    BigInt(entry.actions),
    BigInt(entry.read),
    BigInt(entry.rejected),
  ]);
}

export async function logSent(
  store: Store,
  ingest: number,
  entity: 'transactions' | 'actions',
  sent: number
): Promise<void> {
  await store.run(`UPDATE ingests SET ${entity}_sent = ${sent} WHERE ingest = ${ingest}`);
}

export async function logDone(store: Store, ingest: number): Promise<void> {
  await store.run(`UPDATE ingests SET state = 'done' WHERE ingest = ${ingest}`);
}
