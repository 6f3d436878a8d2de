import { indices, monthlyIndex } from '@spendscope/contracts';
import { type BulkBatch, type BulkRefusal, type ElasticClient, bulkWrite } from '@spendscope/elastic';
import { businessQuarters } from '../documents/businessQuarter';
import { lastIsOwnOutlier } from '../documents/ownOutlier';
import { readErasures } from '../erasures/readErasures';
import { readSuppressions } from '../feedback/readSuppressions';
import type { Mapping } from '../ingest/mappingSchema';
import type { Original } from '../ingest/readOriginals';
import { identityBatch } from '../ingest/saveIdentities';
import { createToken } from '../ingest/tokens';
import { detectorName } from '../models/detectorModel';
import type { RunRecorder } from '../runs/runRecorder';
import { type StateFolder, readTokenKey } from '../stateFolder';
import { Fresh } from './Fresh';
import { LiveDetector } from './LiveDetector';
import { type RefusedRow, RowDocuments } from './RowDocuments';
import { businessHours } from './businessHour';
import { CustomerMemory } from './customerMemory';
import { type LiveRow, toAction, toTransaction } from './liveRow';
import { scoreLive } from './scoreLive';

export interface LiveContext {
  client: ElasticClient;
  folder: StateFolder;
  run: RunRecorder;
  signal?: AbortSignal;
  /** made anew where absent */
  detector?: LiveDetector;
}

/** Rows of one moment. */
export interface LiveBatch {
  transactions: readonly LiveRow[];
  actions?: readonly LiveRow[];
}

export interface Written {
  transactions: number;
  actions: number;
  anomalies: number;
  refused: readonly RefusedRow[];
  /** Rows of people who were erased. */
  leftOut: number;
}

/**
 * Scores transactions with the live model and stores them, their anomalies and actions. All ids come from the rows: what is
 * written again, also after a crash in between, changes nothing. Each customer's rows must come to one writer.
 */
export class LiveWriter {
  private readonly memory: CustomerMemory;
  private readonly quarterOf: ReturnType<typeof businessQuarters>;
  private readonly key: Buffer;
  private readonly suppressions: Fresh<Awaited<ReturnType<typeof readSuppressions>>>;
  private readonly erasures: Fresh<Awaited<ReturnType<typeof readErasures>>>;
  private readonly detector: LiveDetector;
  /** Whether searches may not see all that was written. */
  private unseen = true;

  constructor(
    private readonly context: LiveContext,
    private readonly mapping: Mapping
  ) {
    const { client, folder } = context;
    this.detector = context.detector ?? new LiveDetector(folder);
    this.key = readTokenKey(folder);
    this.quarterOf = businessQuarters(mapping.timeZone);
    this.memory = new CustomerMemory(client, businessHours(mapping.timeZone));
    this.suppressions = new Fresh(() => readSuppressions(client, detectorName, new Date()));
    this.erasures = new Fresh(() => readErasures(client));
  }

  /** Another writer may have gone on with customers that this one knows. */
  forgetCustomers(): void {
    this.memory.clear();
    this.unseen = true;
  }

  /**
   * Rows that Elasticsearch refuses are told of and leave no trace: the others are judged as if those had not come.
   * @throws BulkWriteError where circumstances, not documents, are in the way
   */
  async write({ transactions, actions = [] }: LiveBatch): Promise<Written> {
    const refused: RefusedRow[] = [];
    for (;;) {
      const gone = new Set(refused.map(({ row }) => row));
      const left = (rows: readonly LiveRow[]): LiveRow[] => rows.filter((row) => !gone.has(row));
      const written = await this.tryWrite({ transactions: left(transactions), actions: left(actions) });
      refused.push(...written.refused);
      if (written.complete) {
        return { ...written, refused };
      }
      // They are in the histories of their customers here.
      this.forgetCustomers();
    }
  }

  /** Stores a batch's rows and, where none of them is refused, what follows from them. */
  private async tryWrite({ transactions, actions = [] }: LiveBatch): Promise<Written & { complete: boolean }> {
    const { client, run } = this.context;
    const detector = await this.detector.get();
    const [suppressed, erased] = await Promise.all([this.suppressions.get(), this.erasures.get()]);
    const written = { transactions: 0, actions: 0, anomalies: 0, leftOut: 0 };
    const originals = new Map<string, Original>();
    const documents = new RowDocuments();
    const anomalies = new RowDocuments();
    const kept = (rows: readonly LiveRow[]): { row: LiveRow; token: string }[] => {
      const named = rows.map((row) => ({ row, token: this.noted(row, originals) }));
      const present = named.filter(({ token }) => !erased.has(token));
      written.leftOut += named.length - present.length;
      return present;
    };
    const rows = kept(transactions);
    await this.load(rows.map(({ token }) => token));
    for (const { row, token } of rows) {
      const { at, fields } = row;
      const known = this.memory.get(token);
      const bought = toTransaction(fields, token, at, known.traits, this.mapping.currency);
      const history = this.memory.remember(known, bought);
      const outlier = lastIsOwnOutlier(history) ? { own_outlier: true } : {};
      const transaction = { ...bought, ...this.quarterOf(at), ...outlier };
      const anomaly = scoreLive(detector, history, transaction, { runId: run.id, at: new Date(), suppressed });
      documents.add(row, monthlyIndex(indices.transactions, at), transaction.transaction_id, transaction);
      written.transactions++;
      if (anomaly) {
        anomalies.add(row, indices.anomalies.name, transaction.transaction_id, anomaly);
        written.anomalies++;
      }
    }
    for (const { row, token } of kept(actions)) {
      const action = toAction(row.fields, token, row.at);
      documents.add(row, monthlyIndex(indices.actions, row.at), action.action_id, action);
      written.actions++;
    }
    const refused = await this.send(documents);
    if (refused.length > 0) {
      return { ...written, refused, complete: false };
    }
    const known = [...originals.values()].filter(({ token }) => !erased.has(token));
    const identities = known.length > 0 ? [await identityBatch(client, this.key, known, new Date())] : [];
    const refusedAnomalies = await this.send(anomalies, identities);
    this.memory.trim();
    written.anomalies -= refusedAnomalies.length;
    return { ...written, refused: refusedAnomalies, complete: true };
  }

  private async send(documents: RowDocuments, others: readonly BulkBatch[] = []): Promise<RefusedRow[]> {
    const refused: RefusedRow[] = [];
    const onRefused = (refusal: BulkRefusal): void => void refused.push(documents.refused(refusal));
    await bulkWrite(this.context.client, others, { signal: this.context.signal });
    await bulkWrite(this.context.client, documents.batches, { signal: this.context.signal, onRefused });
    this.unseen = true;
    return refused;
  }

  /** The token of a row's customer, whose address is noted for the identities. */
  private noted({ fields }: LiveRow, originals: Map<string, Original>): string {
    const original = String(fields.user_id);
    const token = createToken(this.key, 'customer', original);
    if (fields.ip) {
      const ips = [originals.get(token)?.ips, String(fields.ip)].filter(Boolean).join(',');
      originals.set(token, { token, original, name: null, card: null, ips });
    }
    return token;
  }

  private async load(tokens: readonly string[]): Promise<void> {
    if (this.unseen && tokens.some((token) => !this.memory.has(token))) {
      const index = indices.transactions.readAs;
      await this.context.client.indices.refresh({ index, ignore_unavailable: true });
      this.unseen = false;
    }
    await this.memory.load(tokens);
  }
}
